export { DocumentsModule, DocumentsHttpModule, DocumentsJobsModule } from './documents.module';
export { DOCUMENTS_ENTITIES, StoredFile } from './file.entity';
export { Files, FileSubject, MadeFile, Upload } from './files.service';
export { FileSubjects, FileVerb } from './file-subjects';
export { BlobKeepers } from './blob-keepers';
export { createPdf, PdfKit } from './pdf/create-pdf';
export { PdfPage, PdfColumn } from './pdf/pdf-page';
export { fileInfected, fileStored, fileTextReady } from './documents.events';
export { spreadsheet, allPages, SHEET_ROWS, SheetColumn } from './spreadsheet';
