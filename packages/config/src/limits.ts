/** Every figure that bounds what a stranger, a fan, a tenant or a process may take. */
export const limits = {
  /** Requests a minute: anonymous by address, signed in by account (product.md, part 2). */
  apiPerMinute: 100,
  signInPerMinute: 5,
  mailsPerAddressPerHour: 5,
  requestBodyBytes: 256 * 1024,
  uploadImageBytes: 25 * 1024 * 1024,
  /** What a fan may say, and complain about, in an hour. */
  commentsPerHour: 20,
  commentReportsPerHour: 20,
  /** Claims against mixes: from one address, and to one tenant, in a day. */
  claimsPerAddressPerDay: 5,
  claimsPerDay: 100,
  /** Decoded pixels an image may have: a bomb is refused before it is decoded. */
  imagePixels: 50_000_000,
  /** A recording as a DJ uploads it (issue 3): 4 GB and 12 hours. */
  uploadAudioBytes: 4 * 1024 ** 3,
  uploadAudioMs: 12 * 60 * 60_000,
  /** What a lost connection costs at most; 4 GB are 512 of them, S3 takes 10,000. */
  uploadPartBytes: 8 * 1024 ** 2,
  /** Files one member of the crew may begin in an hour, unless the licence says otherwise. */
  uploadsPerHour: 10,
  /** An upload that nobody goes on with is given up then. */
  uploadKeptMs: 7 * 24 * 60 * 60_000,
  /** Originals, what is made of them and pictures together, unless the licence says otherwise. */
  storageBytes: 500 * 1000 ** 3,
  hostCacheEntries: 200_000,
  hostCacheTtlMs: 30_000,
  tenantPollMs: 1_000,
  pageCacheBytesPerTenant: 4 * 1024 * 1024,
  pageCacheBytes: 256 * 1024 * 1024,
  pageFreshMs: 60_000,
  pageStaleMs: 24 * 60 * 60_000,
  /** Database: one short transaction a page (docs/decisions). */
  poolSize: 10,
  transactionMaxWaitMs: 2_000,
  transactionTimeoutMs: 5_000,
  /** Transactions one tenant may have open in a process, so that a noisy tenant waits behind itself. */
  transactionsPerTenant: 4,
  rendersPerTenant: 4,
  /** Audio: what a process keeps of it, and how old the answer to "may they?" may be while somebody listens. */
  segmentCacheBytes: 256 * 1024 * 1024,
  segmentBytes: 8 * 1024 * 1024,
  standingFreshMs: 20_000,
  standingStaleMs: 55_000,
  /** A report of plays: a beacon carries 64 KB at most. */
  playsBodyBytes: 128 * 1024,
  /** Reports a minute from one address, in one process: a club's five hundred listeners send three thousand. */
  playReportsPerMinute: 6_000,
  /** Beats that may wait for the database in a process; more are asked to come again. */
  playBeatsWaiting: 50_000,
  /** Single plays are kept so long; their sums by hour stay. */
  playMonthsKept: 13,
  sessionDays: 30,
  drainMs: 10_000,
} as const
