export { requireNotLastOwner } from './last-owner.ts'
export { can, grantableRoles, type Permission, permissionNames, permissions, reaches } from './permissions.ts'
export { allows, requireAccount, requirePermission } from './require-permission.ts'
