// The one-shot container before a deploy: makes or mends the roles when it is given a superuser, then applies what is missing.
import { ensureRoles, migrate, type RolePasswords } from '@residency/db/migrate'

const roles = {
  migrator: 'DATABASE_OWNER_URL',
  app: 'DATABASE_URL',
  platform: 'DATABASE_PLATFORM_URL',
  relay: 'DATABASE_RELAY_URL',
} as const

/** The password that a role's address carries: one place says it. */
function passwordOf(role: keyof typeof roles): string {
  const url = new URL(process.env[roles[role]] ?? '')
  if (url.username !== role) throw new Error(`${roles[role]} must sign in as ${role}`)
  return decodeURIComponent(url.password)
}

const owner = process.env.DATABASE_OWNER_URL
if (!owner) throw new Error('DATABASE_OWNER_URL is not set')
const superuser = process.env.DATABASE_SUPERUSER_URL
if (superuser) {
  const passwords = Object.fromEntries(
    Object.keys(roles).map((role) => [role, passwordOf(role as keyof typeof roles)]),
  ) as unknown as RolePasswords
  await ensureRoles(superuser, passwords, new URL(owner).pathname.slice(1))
}
const applied = await migrate(owner)
process.stdout.write(applied.length > 0 ? `applied ${applied.join(', ')}\n` : 'up to date\n')
