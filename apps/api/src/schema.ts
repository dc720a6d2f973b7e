import './accounts/account.graphql.ts'
import './accounts/grant.graphql.ts'
import './files/file.graphql.ts'
import './firms/firm.graphql.ts'
import './overview/overview.graphql.ts'
import './session/session.graphql.ts'
import './settings/bureau.graphql.ts'
import { builder } from './builder.ts'

/** The whole schema: each slice adds itself by being imported. */
export const schema = builder.toSchema()
