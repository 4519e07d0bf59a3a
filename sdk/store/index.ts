/** A metadata store: publish, search, and open what is for you. Imported by its path; the SDK's own index leaves it out. */
export { answerRequests, type AnswerParams } from "./answerRequests.ts";
export { type Authorship, authorshipMessage } from "./authorshipMessage.ts";
export { connectStore, type ConnectStoreParams, type StoreClient } from "./connectStore.ts";
export { documentAuthors } from "./documentAuthors.ts";
export { getDocument } from "./getDocument.ts";
export { type DeviceKeys, generateDeviceKeys } from "./hpke.ts";
export { openOwnUrls, openUrls } from "./openUrls.ts";
export { publishDocument, type PublishDocumentParams, type Published } from "./publishDocument.ts";
export { publishUrls, type PublishUrlsParams } from "./publishUrls.ts";
export { allRecords, getRecord, listRecords, type ListRecordsParams, withdrawRecord } from "./records.ts";
export { releaseKey, type ReleaseParams } from "./releaseKey.ts";
export { releaseMessage, type ReleaseRequest } from "./releaseMessage.ts";
export { searchDocuments, type SearchParams } from "./searchDocuments.ts";
export { decryptUrls, type SealedUrls, sealUrls } from "./sealUrls.ts";
export { StoreError } from "./StoreError.ts";
export type { AuthorshipRecord, Found, Role, UrlRecord } from "./wire.ts";
