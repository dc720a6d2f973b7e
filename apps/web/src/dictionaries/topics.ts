import { defaultTopics } from '@sitai/rules/taxonomy'

/** The topics that may be chosen: specialties, needs, matters of a consultation. */
export const topicOptions: readonly { code: string; label: string }[] = defaultTopics
