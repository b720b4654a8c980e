import { tenantRef } from '@residency/db'
import { rollUpPlays } from '@residency/domain/plays'

// Rolls up one tenant's plays until it is killed. The first argument is the tenant's id.
const ref = tenantRef('cli', process.argv[2] ?? '')
process.stdout.write('begun\n')
await rollUpPlays({ ref })
process.stdout.write('done\n')
process.exit(0)
