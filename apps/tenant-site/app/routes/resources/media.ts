import type { LoaderFunctionArgs } from '@remix-run/node'
import { notFound } from '@residency/domain/errors'
import { getSizedPicture, sizedPictureSchema } from '@residency/domain/media'
import { pictureAnswer, rememberedPicture } from '@residency/edge/files'
import { openResource } from '@residency/edge/routes'
import { z } from 'zod'

/** The bytes behind an id, a width and a format never change. */
const monthSeconds = 30 * 24 * 3_600

/** A picture of the DJ's: `/media/<id>?w=640&f=avif`. Widths are those that pages ask for; any other is nobody's. */
export const loader = (args: LoaderFunctionArgs) =>
  openResource(args, { access: 'anyone', params: z.object({ id: z.uuid() }) }, async ({ ctx, params, request, url }) => {
    const asked = sizedPictureSchema.safeParse({ ...Object.fromEntries(url.searchParams), id: params.id })
    if (!asked.success) throw notFound()
    const { id, w, f } = asked.data
    const picture = await rememberedPicture(ctx.tenant.id, `media/${id}/${w}.${f ?? ''}`, () => getSizedPicture(ctx, asked.data))
    return pictureAnswer(request, picture, monthSeconds)
  })
