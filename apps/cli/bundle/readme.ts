import { tilePath, TILE_WIDTH } from '@maillage/verifier';
import { DIGESTS_FILE, WORDS_FILE } from './layout.js';

export interface About {
  readonly origin: string;
  readonly size: bigint;
  readonly root: Buffer;
  readonly signedAt: string;
  readonly vkey: string;
  /** How many signatures of witnesses the checkpoint bears. */
  readonly cosignatures: number;
  readonly hasPolicy: boolean;
}

/** What whoever is handed the bundle needs to know, and nothing that they would have to believe. */
export function readme({ origin, size, root, signedAt, vkey, cosignatures, hasPolicy }: About): string {
  const width = size < BigInt(TILE_WIDTH) ? Number(size) : TILE_WIDTH;
  const tile = `log/${tilePath(0, 0n, width)}`;
  const entries = `log/${tilePath('entries', 0n, width)}`;
  return `# The ledger ${origin}, ${size} events

This folder holds a whole ledger as it was published: every event, the Merkle tree over them, the signed checkpoint that
stands for all of it, and what every published figure was computed from. Nothing in it needs to be believed: it can be
checked here, without a network and without asking whoever handed it over.

| what | value |
|---|---|
| origin | \`${origin}\` |
| events | ${size}, at positions 1 to ${size} |
| root | \`${root.toString('base64')}\` (hex \`${root.toString('hex')}\`) |
| signed at | ${signedAt} |
| cosigned by | ${cosignatures} ${cosignatures === 1 ? 'witness' : 'witnesses'} |
| key | \`${vkey}\` |

**The key above came with the bundle, and so could be anybody's.** Compare it with one you have from elsewhere: the ledger's
\`/log/key\` fetched earlier, a partner's record, a printed report. Better still, keep each checkpoint you have once seen; then
nobody can show you another history later.

${checking()}
## What is in here

| path | holds |
|---|---|
| \`log/checkpoint\` | size and root, signed by the ledger and its witnesses (C2SP signed-note, tlog-checkpoint, tlog-cosignature) |
| \`log/key\` | the ledger's verifier key |
${hasPolicy ? '| `log/policy` | the witnesses that the ledger asks for (C2SP tlog-policy) |\n' : ''}| \`log/tile/<level>/<index>\` | the Merkle tree, RFC 6962 with SHA-256, in tiles of 256 hashes (C2SP tlog-tiles); \`.p/<width>\` is a tile not full yet |
| \`log/tile/entries/<index>\` | the events, 256 a file: each its length in two bytes, big-endian, and RFC 8785 canonical JSON |
| \`schemas/<type>/<n>.json\` | JSON Schema of the data of each type of event |
| \`${WORDS_FILE}\` | words about others, which the log has salted hashes of: a line of JSON each, with event, place, salt and value |
| \`views/<view>.txt\` | the rows of a view: for each table in name order its name, then its rows as canonical JSON in key order, a line each |
| \`${DIGESTS_FILE}\` | for each view its version, the position it was computed at, and the SHA-256 of its file |

An event at position *p* is leaf *p* − 1 of the tree.

${byHand(origin, entries, tile)}`;
}

function checking(): string {
  return `## Verify

\`\`\`
maillage verify <this folder>
\`\`\`

checks the signatures, every entry against its leaf, every tile, the root, that entries are canonical JSON and fit their
schemas, and that no stream has a gap. Give it the key, an earlier checkpoint or receipts you hold, see \`maillage verify --help\`.
Exit code 0: valid. 1: not valid; the first fault is named by its kind and, where there is one, its position. 2: it cannot be
checked as asked. 3: it cannot be read.

## Replay

\`\`\`
maillage replay <this folder>
maillage replay <this folder> --at <position>
\`\`\`

verifies, then computes every view (the tables that all published figures are read from) anew from the events alone, in a
database of its own that is gone afterwards, and compares each with \`${DIGESTS_FILE}\`. Where one differs it names the view,
the table and the first row. With \`--at\` it computes the views as they were after that event. The ledger also records such
digests as events, \`ViewsAttested\`; those are compared too. Exit code 0: the same throughout. 1: something differs, or was
computed by another version of a view than your program has. 2: it cannot be
replayed as asked.
`;
}

function byHand(origin: string, entries: string, tile: string): string {
  return `## By hand

With the tools of any Unix system (sh, openssl), in this folder:

\`\`\`sh
# The checkpoint is signed with the key: prints "Signature Verified Successfully".
work=$(mktemp -d)
sed '/^$/,$d' log/checkpoint > "$work/text"
grep -F -- "— ${origin} " log/checkpoint | head -n 1 | awk '{ print $NF }' | openssl base64 -d -A | tail -c 64 > "$work/signature"
{ printf '\\060\\052\\060\\005\\006\\003\\053\\145\\160\\003\\041\\000'; cut -d + -f 3- log/key | openssl base64 -d -A | tail -c 32; } > "$work/key.der"
openssl pkeyutl -verify -pubin -keyform DER -inkey "$work/key.der" -rawin -in "$work/text" -sigfile "$work/signature"

# The first event is the first leaf: prints the same hash twice.
length=$(head -c 2 ${entries} | od -A n -t u1 | awk '{ print $1 * 256 + $2 }')
{ printf '\\000'; tail -c +3 ${entries} | head -c "$length"; } | openssl dgst -sha256 -r | cut -c 1-64
head -c 32 ${tile} | od -A n -v -t x1 | tr -d ' \\n'; echo

# The views are what their digests say: compare with ${DIGESTS_FILE}.
openssl dgst -sha256 -r views/*.txt
rm -r "$work"
\`\`\`

From leaves to root: RFC 6962, section 2.1; a node is SHA-256 of the byte 01, the left and the right hash.

## Values that are not in the log

Some fields hold \`{"sha256": …}\` in place of a value: a commitment to what somebody wrote about people or work, SHA-256 over
\`maillage/private/v1\`, a line break, 32 random bytes and the value as canonical JSON. The value and its random bytes are kept
outside the log, where they can be erased, as the law may demand. Whoever is given both can check them against the commitment.
Words about others that anybody may read are in \`${WORDS_FILE}\`, as they stood when this was exported, with the random bytes
(\`salt\`, in hex); \`maillage verify\` checks each against the log, and that none is there that the log says was erased. Do not
publish them further without looking whether they were erased since. Values that a mission keeps private are not here.
Once erased, nobody can find the value out, and the log stays as it was: an event says what was erased, by whom and on what
ground. Such a ledger is valid; \`maillage verify\` says how many values were erased. The views hold the same commitments, so a replay
gives the same digests before and after an erasure.
`;
}
