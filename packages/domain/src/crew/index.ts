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
export { acceptInvitation, acceptInvitationSchema, type InvitationState, inspectInvitation } from './accept-invitation.ts'
export { changeRole, changeRoleSchema } from './change-role.ts'
export { invitationDays, inviteCrew, inviteCrewSchema } from './invite-crew.ts'
export { type Crew, type CrewMember, listCrew, type OpenInvitation } from './list-crew.ts'
export { removeCrew, removeCrewSchema } from './remove-crew.ts'
export { revokeInvitation, revokeInvitationSchema } from './revoke-invitation.ts'
