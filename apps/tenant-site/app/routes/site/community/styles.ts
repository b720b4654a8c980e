import type { LinksFunction } from '@remix-run/node'
import styles from './community.css?url'

/** Layout of what fans say; colours, type and the look of a field are the preset's. */
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]
