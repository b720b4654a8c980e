export { keepServerPackagesOutside } from './keep-server-packages-outside.ts'
