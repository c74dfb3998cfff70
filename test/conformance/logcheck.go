// Command logcheck checks a log with golang.org/x/mod/sumdb, which nobody here wrote: its signed note, every entry against
// its leaf, every tile against the root, and proofs between sizes.
//
//	logcheck <folder or http address> <vkey> [<vkey of a witness>...]
package main

import (
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const height = 8

func main() {
	if len(os.Args) < 3 {
		fmt.Fprintln(os.Stderr, "usage: logcheck <folder or http address> <vkey> [<vkey of a witness>...]")
		os.Exit(2)
	}
	said, err := check(source(os.Args[1]), os.Args[2], os.Args[3:])
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Println(said)
}

type source string

func (s source) read(path string) ([]byte, error) {
	if !strings.HasPrefix(string(s), "http") {
		return os.ReadFile(filepath.Join(string(s), filepath.FromSlash(path)))
	}
	response, err := http.Get(strings.TrimSuffix(string(s), "/") + "/" + path)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("%s answers %s", path, response.Status)
	}
	return io.ReadAll(response.Body)
}

func check(from source, vkey string, witnesses []string) (string, error) {
	verifier, err := note.NewVerifier(vkey)
	if err != nil {
		return "", err
	}
	verifiers := []note.Verifier{verifier}
	for _, each := range witnesses {
		witness, err := newCosigner(each)
		if err != nil {
			return "", err
		}
		verifiers = append(verifiers, witness)
	}
	signed, err := from.read("log/checkpoint")
	if err != nil {
		return "", err
	}
	opened, err := note.Open(signed, note.VerifierList(verifiers...))
	if err != nil {
		return "", err
	}
	var origin, root string
	var size int64
	if _, err := fmt.Sscanf(opened.Text, "%s\n%d\n%s\n", &origin, &size, &root); err != nil {
		return "", err
	}
	if origin != verifier.Name() {
		return "", fmt.Errorf("the origin is %s, the key's name %s", origin, verifier.Name())
	}
	var tree tlog.Tree
	hash, err := tlog.ParseHash(root)
	if err != nil {
		return "", err
	}
	tree.N, tree.Hash = size, hash
	reader := tlog.TileHashReader(tree, &tiles{from})
	if err := entries(from, reader, tree); err != nil {
		return "", err
	}
	if err := proofs(reader, tree); err != nil {
		return "", err
	}
	return fmt.Sprintf("%s: %d entries, signed by %d", origin, size, len(opened.Sigs)), nil
}

// entries compares every entry with the hash that the tiles, checked against the root, hold for it.
func entries(from source, reader tlog.HashReader, tree tlog.Tree) error {
	for first := int64(0); first < tree.N; first += 1 << height {
		width := tree.N - first
		if width > 1<<height {
			width = 1 << height
		}
		path := strings.Replace(tilePath(tlog.Tile{H: height, L: 0, N: first >> height, W: int(width)}), "tile/0/", "tile/entries/", 1)
		bundle, err := from.read("log/" + path)
		if err != nil {
			return err
		}
		indexes := make([]int64, width)
		for n := range indexes {
			indexes[n] = tlog.StoredHashIndex(0, first+int64(n))
		}
		hashes, err := reader.ReadHashes(indexes)
		if err != nil {
			return err
		}
		for n := range hashes {
			if len(bundle) < 2 || len(bundle) < 2+int(binary.BigEndian.Uint16(bundle)) {
				return fmt.Errorf("%s ends before entry %d", path, first+int64(n)+1)
			}
			end := 2 + int(binary.BigEndian.Uint16(bundle))
			if tlog.RecordHash(bundle[2:end]) != hashes[n] {
				return fmt.Errorf("entry %d is not the one of the tree", first+int64(n)+1)
			}
			bundle = bundle[end:]
		}
		if len(bundle) > 0 {
			return fmt.Errorf("%s goes on behind its entries", path)
		}
	}
	return nil
}

// proofs has the tree prove some of its records, and that it continues smaller ones.
func proofs(reader tlog.HashReader, tree tlog.Tree) error {
	for _, n := range []int64{0, tree.N / 3, tree.N - 1} {
		proof, err := tlog.ProveRecord(tree.N, n, reader)
		if err != nil {
			return err
		}
		leaf, err := reader.ReadHashes([]int64{tlog.StoredHashIndex(0, n)})
		if err != nil {
			return err
		}
		if err := tlog.CheckRecord(proof, tree.N, tree.Hash, n, leaf[0]); err != nil {
			return err
		}
	}
	for _, n := range []int64{1, tree.N/2 + 1, tree.N} {
		old, err := tlog.TreeHash(n, reader)
		if err != nil {
			return err
		}
		proof, err := tlog.ProveTree(tree.N, n, reader)
		if err != nil {
			return err
		}
		if err := tlog.CheckTree(proof, tree.N, tree.Hash, n, old); err != nil {
			return err
		}
	}
	return nil
}

type tiles struct{ from source }

func (t *tiles) Height() int { return height }

func (t *tiles) ReadTiles(wanted []tlog.Tile) ([][]byte, error) {
	read := make([][]byte, len(wanted))
	for n, tile := range wanted {
		content, err := t.from.read("log/" + tilePath(tile))
		if err != nil {
			return nil, err
		}
		read[n] = content
	}
	return read, nil
}

func (t *tiles) SaveTiles([]tlog.Tile, [][]byte) {}

// tilePath is that of C2SP tlog-tiles, which leaves out the height.
func tilePath(tile tlog.Tile) string {
	return strings.Replace(tile.Path(), fmt.Sprintf("tile/%d/", height), "tile/", 1)
}

// cosigner is a witness by C2SP tlog-cosignature, which the package does not know.
type cosigner struct {
	name string
	id   uint32
	key  ed25519.PublicKey
}

func newCosigner(vkey string) (*cosigner, error) {
	parts := strings.SplitN(vkey, "+", 3)
	if len(parts) != 3 {
		return nil, fmt.Errorf("%s is no verifier key", vkey)
	}
	key, err := base64.StdEncoding.DecodeString(parts[2])
	if err != nil || len(key) != 1+ed25519.PublicKeySize || key[0] != 4 {
		return nil, fmt.Errorf("%s is no witness's key", vkey)
	}
	id := sha256.Sum256(append([]byte(parts[0]+"\n"), key...))
	return &cosigner{parts[0], binary.BigEndian.Uint32(id[:]), key[1:]}, nil
}

func (c *cosigner) Name() string    { return c.name }
func (c *cosigner) KeyHash() uint32 { return c.id }
func (c *cosigner) Verify(text, signature []byte) bool {
	if len(signature) != 8+ed25519.SignatureSize {
		return false
	}
	message := fmt.Sprintf("cosignature/v1\ntime %d\n%s", binary.BigEndian.Uint64(signature), text)
	return ed25519.Verify(c.key, []byte(message), signature[8:])
}
