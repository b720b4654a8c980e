export { migrate, schemaDrift } from './migrate.ts'
export { ensureRoles, type RolePasswords } from './roles.ts'
