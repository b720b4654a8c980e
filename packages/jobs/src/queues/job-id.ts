/**
 * `<tenant>.<row of the outbox>`: the same row enqueued twice is one job, and whose it is can be read from the queue's own lists.
 * (BullMQ keeps `:` for itself.)
 */
export const jobId = (tenantId: string, rowId: string): string => `${tenantId}.${rowId}`

export const tenantOfJob = (id: string): string => id.slice(0, id.indexOf('.'))
