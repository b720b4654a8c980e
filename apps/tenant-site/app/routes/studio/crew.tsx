import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import {
  changeRole,
  changeRoleSchema,
  inviteCrew,
  inviteCrewSchema,
  listCrew,
  removeCrew,
  removeCrewSchema,
  revokeInvitation,
  revokeInvitationSchema,
} from '@residency/domain/crew'

import { openAction, openLoader } from '@residency/edge/routes'
import { sessionCookie } from '@residency/edge/visitor'
import { useFormat, useTranslation } from '@residency/i18n/react'
import { Badge, Button, EmptyState, Notice, PageHead, Section, SelectInput, Table, TextInput } from '@residency/ui/studio'
import { z } from 'zod'
import { useStudio } from './layout.tsx'
import { ProblemNotice, problemOf } from './problem.tsx'

export const loader = (args: LoaderFunctionArgs) => openLoader(args, { access: 'crew.view' }, ({ ctx }) => listCrew(ctx))

const form = z.discriminatedUnion('intent', [
  inviteCrewSchema.extend({ intent: z.literal('invite') }),
  changeRoleSchema.extend({ intent: z.literal('role') }),
  removeCrewSchema.extend({ intent: z.literal('remove') }),
  revokeInvitationSchema.extend({ intent: z.literal('revoke') }),
])

export const action = (args: ActionFunctionArgs) =>
  openAction(args, { access: 'crew.manage', form }, async ({ ctx, scope, form: asked }) => {
    if (asked.intent === 'invite') {
      await inviteCrew(ctx, asked)
      return { done: 'invited' as const, email: asked.email }
    }
    if (asked.intent === 'revoke') {
      await revokeInvitation(ctx, asked)
      return { done: 'revoked' as const }
    }
    // Whoever changes their own rank gets a new session: the old cookie must not outlive the rank it was given for.
    const session = asked.intent === 'role' ? await changeRole(ctx, asked) : await removeCrew(ctx, asked)
    if (session) scope.setCookie(sessionCookie(session.token))
    return { done: asked.intent === 'role' ? ('changed' as const) : ('removed' as const) }
  })

export default function Crew() {
  const { members, invitations, grantable } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { timeZone, may } = useStudio()
  const { t } = useTranslation('studioCrew')
  const format = useFormat()
  const busy = useNavigation().state !== 'idle'
  const manages = may.includes('crew.manage')
  const problem = problemOf(answer)
  return (
    <>
      <PageHead title={t('title')} intro={t('intro')} />
      <ProblemNotice answer={answer} />
      {answer && 'done' in answer ? <Notice tone="good">{t(`done.${answer.done}`)}</Notice> : null}
      <Section title={t('members')} intro={t('membersIntro')}>
        <Table
          caption={t('members')}
          rows={members}
          rowKey={(row) => row.id}
          empty={<EmptyState title={t('nobody')} />}
          columns={[
            {
              key: 'name',
              label: t('name'),
              heading: true,
              cell: (row) => (
                <>
                  {row.name} {row.isMe ? <Badge>{t('you')}</Badge> : null}
                  <br />
                  <small>{row.email}</small>
                </>
              ),
            },
            {
              key: 'second',
              label: t('secondFactor'),
              width: '14%',
              cell: (row) => (row.hasSecondFactor ? <Badge tone="good">{t('on')}</Badge> : <Badge tone="warn">{t('off')}</Badge>),
            },
            {
              key: 'seen',
              label: t('lastSeen'),
              width: '16%',
              cell: (row) => (row.lastSeenAt ? format.dateTime(row.lastSeenAt, { timeZone, style: 'medium' }) : t('never')),
            },
            {
              key: 'role',
              label: t('role'),
              width: '24%',
              cell: (row) =>
                row.editable ? (
                  <Form method="post" className="inline-form">
                    <input type="hidden" name="accountId" value={row.id} />
                    <label>
                      <span className="visually-hidden">{t('roleOf', { name: row.name })}</span>
                      <select name="role" defaultValue={row.role}>
                        {grantable.map((role) => (
                          <option key={role} value={role}>
                            {t(`roles.${role}`)}
                          </option>
                        ))}
                      </select>
                    </label>{' '}
                    <Button type="submit" weight="quiet" name="intent" value="role" disabled={busy}>
                      {t('change')}
                    </Button>
                  </Form>
                ) : (
                  t(`roles.${row.role}`)
                ),
            },
            {
              key: 'actions',
              label: t('remove'),
              hiddenLabel: true,
              width: '12%',
              align: 'end',
              cell: (row) =>
                row.editable ? (
                  <details className="confirm">
                    <summary>{t('remove')}</summary>
                    <Form method="post">
                      <input type="hidden" name="accountId" value={row.id} />
                      <p>{t('removeText', { name: row.name })}</p>
                      <Button type="submit" weight="danger" name="intent" value="remove" disabled={busy}>
                        {t('removeNow', { name: row.name })}
                      </Button>
                    </Form>
                  </details>
                ) : null,
            },
          ]}
        />
      </Section>
      {manages ? (
        <Section title={t('invite')} intro={t('inviteIntro')}>
          <Form method="post" className="stack" key={answer && 'done' in answer ? String(answer.done) : 'form'}>
            <input type="hidden" name="intent" value="invite" />
            <TextInput
              name="email"
              type="email"
              autoComplete="off"
              required
              label={t('email')}
              error={problem?.fields.email}
              defaultValue={problem?.values.email}
            />
            <SelectInput name="role" label={t('role')} defaultValue={problem?.values.role ?? 'editor'} hint={t('roleHint')}>
              {grantable.map((role) => (
                <option key={role} value={role}>
                  {t(`roles.${role}`)}: {t(`roleText.${role}`)}
                </option>
              ))}
            </SelectInput>
            <p>
              <Button type="submit" weight="main" busy={busy}>
                {t('send')}
              </Button>
            </p>
          </Form>
        </Section>
      ) : null}
      <Section title={t('waiting')} intro={t('waitingIntro')}>
        <Table
          caption={t('waiting')}
          rows={invitations}
          rowKey={(row) => row.id}
          empty={<EmptyState title={t('noInvitations')} />}
          columns={[
            { key: 'email', label: t('email'), heading: true, cell: (row) => row.email },
            { key: 'role', label: t('role'), width: '20%', cell: (row) => t(`roles.${row.role}`) },
            {
              key: 'until',
              label: t('until'),
              width: '24%',
              cell: (row) =>
                row.expired ? <Badge tone="bad">{t('expired')}</Badge> : format.dateTime(row.expiresAt, { timeZone, style: 'medium' }),
            },
            {
              key: 'actions',
              label: t('withdraw'),
              hiddenLabel: true,
              width: '16%',
              align: 'end',
              cell: (row) =>
                row.editable ? (
                  <Form method="post">
                    <input type="hidden" name="invitationId" value={row.id} />
                    <Button type="submit" weight="quiet" name="intent" value="revoke" disabled={busy}>
                      {t('withdraw')}
                    </Button>
                  </Form>
                ) : null,
            },
          ]}
        />
      </Section>
    </>
  )
}
