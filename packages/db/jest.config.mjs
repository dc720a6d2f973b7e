import { base, onPostgres } from '../../jest.base.mjs'

export default { ...base, ...onPostgres, displayName: 'db' }
