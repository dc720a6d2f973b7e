import { lookOverArea } from '../harness/area.ts'

lookOverArea('streets', {
  examples: { admin: '{ streets { street: code } }' },
  pages: {
    streets: ['admin', '/streets'],
    newStreet: ['admin', '/streets/new'],
    editStreet: ['admin', '/streets/{street}/edit'],
  },
})
