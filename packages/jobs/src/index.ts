export { catalogue, isJobName, type JobDefinition, type QueueName, queueNames, type Tools } from './catalogue.ts'
export { jobContext } from './job-context.ts'
export { createProducer, type JobToAdd, type Producer } from './queues/queues.ts'
export { type RunningWorker, startWorker, type WorkerOptions } from './worker/start-worker.ts'
