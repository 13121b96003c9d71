const NOBODY = /^(?:administrator|admin|user|pc|lenovo|dell|hp|huawei|windows|microsoft.*|wps.*|unknown|anonymous|匿名|用户|微软.*|.{0,1})$/i;

/** Names that programs and makers of computers give, and that say nothing of who wrote. */
export const isNobody = (author: string): boolean => NOBODY.test(author.trim());
