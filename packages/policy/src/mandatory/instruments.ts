// The instruments that the mandatory layer holds, as they are cited.
export const ORDER_13526 = 'EO 13526';
export const ISOO = '32 CFR 2001';
export const REGISTER = 'IC Markings Register 2016';
export const NATO_1997 = 'NATO Security of Information 1997';
export const NATO_SECURITY = 'C-M(2002)49-REV1';
export const COUNCIL = 'Council Decision 2013/488/EU';
export const UK_SCHEME = 'UK GSCP 2024';
export const ICD_403 = 'ICD 403';
