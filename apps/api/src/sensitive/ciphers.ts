import { maskIdNumber } from '@sitai/rules/idNumber'
import { maskPhone, phoneTail } from '@sitai/rules/phone'
import { blindIndex, encrypt } from './crypto.ts'

/** The columns of a telephone number: enciphered, masked for show, its tail for search. Null takes the number out. */
export function phoneColumns(phone: string | null) {
  return {
    phoneCipher: phone === null ? null : encrypt(phone),
    phoneMasked: phone === null ? null : maskPhone(phone),
    phoneTail: phone === null ? null : phoneTail(phone),
  }
}

/** The columns of an identity number: enciphered, masked, and a keyed hash that finds its equal. */
export function idNoColumns(idNo: string | null) {
  return {
    idNoCipher: idNo === null ? null : encrypt(idNo),
    idNoHash: idNo === null ? null : blindIndex(idNo),
    idNoMasked: idNo === null ? null : maskIdNumber(idNo),
  }
}
