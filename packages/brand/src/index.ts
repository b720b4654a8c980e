export * from '../../ui/src/brand/index.ts'
