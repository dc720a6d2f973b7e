import { streetOf, type CommunityInput } from '@sitai/rules/community'
import { searchKeys } from '@sitai/rules/pinyin'
import { phoneColumns } from '../sensitive/ciphers.ts'

/**
 * The columns of a checked community: its street by its code, search keys, the enciphered telephone, and the demands
 * as rows of their own. What the input leaves out is undefined: it stays as it is.
 */
export function communityColumns(input: CommunityInput) {
  const { contactPhone, demands, ...community } = input
  return {
    columns: {
      ...community,
      ...searchKeys(community.name, 'OTHER'),
      streetCode: streetOf(community.code),
      ...(contactPhone === undefined ? {} : contactPhoneColumns(contactPhone)),
    },
    demands: demands?.map(({ topic, weight }) => ({ topicCode: topic, weight })),
  }
}

function contactPhoneColumns(phone: string | null) {
  const { phoneCipher, phoneMasked, phoneTail } = phoneColumns(phone)
  return { contactPhoneCipher: phoneCipher, contactPhoneMasked: phoneMasked, contactPhoneTail: phoneTail }
}
