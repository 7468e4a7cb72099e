import { MarkdownRenderChild, type Plugin } from 'obsidian';
import { type JSX, render } from 'preact';
import type { CalendarDate } from '../domain/calendar-date';
import type { ProcessEntry } from '../domain/process';
import { PROCESS_WORDING as WORDS } from '../presentation/process-wording';
import { coverageLines, registryLine } from '../presentation/registry-model';
import { type ProcessCoverage, SKIPPED_TOO_OFTEN } from '../workflows/process-registry';
import { useChanges } from './panel/use-changes';

interface BlockSource {
  readonly registry: () => readonly ProcessEntry[];
  readonly coverage: (entries: readonly ProcessEntry[]) => ProcessCoverage;
  readonly today: () => CalendarDate;
  readonly subscribe: (listener: () => void) => () => void;
}

/**
 * A code block `shipshape-processes` in any note: the registry of processes, of one category where the block names
 * it.
 */
export function addRegistryBlock(plugin: Plugin, source: BlockSource): void {
  plugin.registerMarkdownCodeBlockProcessor('shipshape-processes', (text, element, context) => {
    context.addChild(new RegistryBlock(element, source, text.trim()));
  });
}

class RegistryBlock extends MarkdownRenderChild {
  readonly #source: BlockSource;
  readonly #category: string;

  constructor(element: HTMLElement, source: BlockSource, category: string) {
    super(element);
    this.#source = source;
    this.#category = category;
  }

  override onload(): void {
    render(<RegistryTable source={this.#source} category={this.#category} />, this.containerEl);
  }

  override onunload(): void {
    render(null, this.containerEl);
  }
}

function RegistryTable({ source, category }: { readonly source: BlockSource; readonly category: string }): JSX.Element {
  useChanges(source);
  const entries = source
    .registry()
    .filter((entry) => category === '' || entry.category.toLowerCase() === category.toLowerCase());
  if (entries.length === 0) return <p>{WORDS.noProcesses}</p>;
  return (
    <>
      {category === '' &&
        coverageLines(source.coverage(entries)).map((line) => (
          <p key={line} class="shipshape-coverage">
            {line}
          </p>
        ))}
      <table class="shipshape-registry">
        <thead>
          <tr>
            <th scope="col">{WORDS.process}</th>
            <th scope="col">{WORDS.known}</th>
            <th scope="col">{WORDS.toSee}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => {
            const { facts, problems } = registryLine(entry, source.today(), SKIPPED_TOO_OFTEN);
            return (
              <tr key={entry.path}>
                <td>
                  <a class="internal-link" data-href={entry.path} href={entry.path}>
                    {entry.name}
                  </a>
                </td>
                <td>{facts.join(' · ')}</td>
                <td>{problems.join(' · ')}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}
