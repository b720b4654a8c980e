export {
  allows,
  can,
  grantableRoles,
  type Permission,
  permissionNames,
  permissions,
  reaches,
  requireAccount,
  requirePermission,
} from '../policy/index.ts'
