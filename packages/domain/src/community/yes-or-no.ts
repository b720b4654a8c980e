import { z } from 'zod'

/** As a form's button says it. */
export const yesOrNo = z.enum(['yes', 'no']).transform((value) => value === 'yes')
