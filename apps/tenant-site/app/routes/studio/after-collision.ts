import type { ShouldRevalidateFunction } from '@remix-run/react'

/** A refused form leaves the page as it was loaded; after a collision it must hold what the other person wrote, to be chosen from. */
export const revalidateAfterCollision: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate
