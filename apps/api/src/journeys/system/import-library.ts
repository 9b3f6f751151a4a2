import { Injectable } from '@nestjs/common';
import { LIBRARY_FOLDER, fingerprintLibrary } from '@rounds/content/library-folder';
import type { AuthoredModule } from '@rounds/content/load-library';
import type { PublishedModule } from '@rounds/content/publish-module';
import { LibraryImportStore } from '../../domains/content/library-import.store.ts';
import { type Publication, PublicationStore } from '../../domains/content/publication.store.ts';
import { decideImport } from '../../domains/content/rules/decide-import.ts';
import { Clock } from '../../platform/clock.ts';
import { Db, SYSTEM, type Tx } from '../../platform/db.ts';
import { storedBytes } from '../../platform/stored-bytes.ts';

export type ImportReport = {
  /** As "automation-bias 1.1". */
  published: string[];
  /** Modules whose files hold what is published. */
  unchanged: number;
  /** What is to be mended, with file and line where there is one. The modules named were left as they were. */
  faults: string[];
  /** How many of the faults lie only in what was published before: an empty database would take these files. */
  refused: number;
};

type Outcome = { published: string } | { refused: string } | 'unchanged';

/** Brings the database up to the library's files. Each module is imported wholly or not at all. */
@Injectable()
export class ImportLibrary {
  constructor(
    private readonly db: Db,
    private readonly publications: PublicationStore,
    private readonly imports: LibraryImportStore,
    private readonly clock: Clock,
  ) {}

  /** `folder`: null for the library that comes with the product. Null when it was imported before as it is. */
  async run(folder: string | null): Promise<ImportReport | null> {
    const library = folder ?? LIBRARY_FOLDER;
    const fingerprint = await fingerprintLibrary(library);
    const latest = await this.db.read(SYSTEM, (tx) => this.imports.latest(tx));
    if (latest === fingerprint) return null;
    const report = await this.importAll(library);
    if (report.faults.length === 0) await this.remember(fingerprint);
    return report;
  }

  private async importAll(folder: string): Promise<ImportReport> {
    // Loaded only now: parsing needs more code than a start without news should read.
    const [{ loadLibrary }, { pathIdOf }, { publishDiscussion }] = await Promise.all([
      import('@rounds/content/load-library'),
      import('@rounds/content/library-ids'),
      import('@rounds/content/publish-discussion'),
    ]);
    const { paths, modules, faults } = await loadLibrary(folder);
    const report: ImportReport = {
      published: [],
      unchanged: 0,
      faults: faults.map(({ file, line, message }) => `${file}:${line} ${message}`),
      refused: 0,
    };
    await this.db.transaction(SYSTEM, async (tx) => {
      await this.imports.lock(tx);
      for (const { id, discussion, ...path } of paths) {
        const kit = discussion ? publishDiscussion(discussion, modules) : null;
        await this.publications.putPath(tx, {
          ...path,
          id: pathIdOf(id),
          code: id,
          organisationId: null,
          discussion: kit,
        });
      }
    });
    for (const authored of modules) add(report, await this.importModule(authored));
    return report;
  }

  private async importModule(authored: AuthoredModule): Promise<Outcome> {
    const { publishModule } = await import('@rounds/content/publish-module');
    const published = publishModule(authored);
    const { id, change, position } = authored.manifest;
    const { moduleId } = published.learnerDocument;
    const publication = await publicationOf(authored, published, this.clock.now());
    return this.db.transaction(SYSTEM, async (tx): Promise<Outcome> => {
      await this.imports.lock(tx);
      const decision = decideImport({ ...publication, change }, await this.publications.versionsOf(tx, moduleId));
      if (decision.do === 'refuse') return { refused: `modules/${id}/module.yaml: ${decision.reason}` };
      if (decision.do === 'publish') return this.publish(tx, publication);
      await this.publications.place(tx, moduleId, position);
      return 'unchanged';
    });
  }

  private async publish(tx: Tx, publication: Publication): Promise<Outcome> {
    await this.publications.publish(tx, publication);
    return { published: `${publication.learnerDocument.moduleCode} ${publication.learnerDocument.version}` };
  }

  private async remember(fingerprint: string): Promise<void> {
    await this.db.transaction(SYSTEM, async (tx) => {
      await this.imports.lock(tx);
      if ((await this.imports.latest(tx)) !== fingerprint) await this.imports.add(tx, fingerprint, this.clock.now());
    });
  }
}

async function publicationOf({ manifest }: AuthoredModule, published: PublishedModule, at: Date): Promise<Publication> {
  const { learnerDocument, markingDocument, media, items, contentHash, searchText } = published;
  const [major = 1, minor = 0] = manifest.version.split('.').map(Number);
  return {
    organisationId: null,
    position: manifest.position,
    major,
    minor,
    changeNote: manifest.changeNote,
    contentHash,
    publishedAt: at,
    learnerDocument,
    stored: await storedBytes(JSON.stringify(learnerDocument)),
    markingDocument,
    items,
    media: media.map(({ file, contentType, bytes }) => ({ file, mediaType: contentType, bytes })),
    searchText,
  };
}

function add(report: ImportReport, outcome: Outcome): void {
  if (outcome === 'unchanged') report.unchanged += 1;
  else if ('published' in outcome) report.published.push(outcome.published);
  else {
    report.faults.push(outcome.refused);
    report.refused += 1;
  }
}
