import { z } from 'zod'

const environment = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  /** PostgreSQL connection string; the application runs in it as the role sitai_app. */
  DATABASE_URL: z.string().min(1),
  DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(20),
  PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
  HOST: z.string().default('127.0.0.1'),
  /** Where uploaded files and the data key live. */
  SITAI_DATA_DIR: z.string().default('.data'),
  /** 32 bytes in hex that encrypt phone and ID numbers; made on the first start when absent. */
  SITAI_DATA_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/i)
    .optional(),
  /** The built SPA, served at / when present. */
  SITAI_WEB_DIR: z.string().optional(),
  /** The manifest of trusted documents the SPA was built with (persisted-documents.json). */
  SITAI_DOCUMENTS: z.string().optional(),
  /** How many proxies in front may set X-Forwarded-For. */
  SITAI_TRUST_PROXY: z.coerce.number().int().min(0).default(0),
  /** Fixes "now" (ISO 8601), for tests and demonstrations. */
  SITAI_NOW: z.iso.datetime({ offset: true }).optional(),
  /** Whether the fast engine answers (engine/README.md); 'no': Prisma and graphql-js alone. */
  SITAI_ENGINE: z
    .enum(['yes', 'no'])
    .default('yes')
    .transform((it) => it === 'yes'),
  /** Whether an answer may be given again while nothing has been written; 'no' to measure without. */
  SITAI_REMEMBER: z
    .enum(['yes', 'no'])
    .default('yes')
    .transform((it) => it === 'yes'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
})

/** The process environment, checked once. The only reader of process.env in the API. */
export const config = environment.parse(process.env)

export const isProduction = config.NODE_ENV === 'production'
