import { connect } from '@sitai/db/connect'
import { config } from './config.ts'

/** The one database client. It runs as sitai_app, which cannot touch the logs. */
export const db = connect(config.DATABASE_URL, { poolSize: config.DATABASE_POOL, role: 'sitai_app' })
