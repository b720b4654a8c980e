export { getMyFeed } from './my-feed.ts'
export { renewMyFeed } from './renew-my-feed.ts'
export { revokeMyFeed } from './revoke-my-feed.ts'
