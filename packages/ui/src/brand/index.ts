export * from '@residency/brand'
