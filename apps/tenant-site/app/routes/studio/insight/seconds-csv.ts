import type { LoaderFunctionArgs } from '@remix-run/node'
import { notFound } from '@residency/domain/errors'
import { exportRetention, retentionSchema } from '@residency/domain/plays'
import { openResource } from '@residency/edge/routes'
import { csvFile } from './csv-file.server.ts'

/** `GET /studio/insight/seconds.csv?from&to&mixId`: how many plays heard each second of a mix. */
export const loader = (args: LoaderFunctionArgs) =>
  openResource(args, { access: 'insight.view' }, async ({ ctx, url }) => {
    const asked = retentionSchema.safeParse(Object.fromEntries(url.searchParams))
    if (!asked.success) throw notFound()
    return csvFile('seconds', await exportRetention(ctx, asked.data))
  })
