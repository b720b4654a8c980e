import type { Template } from '../letter.ts'
import type { MailTemplate, PropsOf } from '../props.ts'
import * as claims from './claims.ts'
import * as links from './links.ts'
import * as notices from './notices.ts'
import * as operators from './operators.ts'
import * as warnings from './warnings.ts'

/** A template of each name: the type fails when one is missing. */
export const templates: { [T in MailTemplate]: Template<PropsOf<T>> } = { ...links, ...notices, ...warnings, ...claims, ...operators }
