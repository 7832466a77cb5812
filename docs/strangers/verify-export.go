// Verifies an export of the log (npm run ledger:export -- FOLDER) by what Go's checksum database is made of, and by nothing of Chancery:
// golang.org/x/mod/sumdb/note opens the checkpoint, golang.org/x/mod/sumdb/tlog makes the tree of the entries, its root and every tile anew.
//
//	verify-export FOLDER "chancery.localhost/ledger/1+…"
//
// The second argument is a line of verifier-keys.txt, got by hand. Exit: 0 accepted, 1 refused.
package main

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const (
	height = 8
	width  = 1 << height
)

// pathOf is where C2SP tlog-tiles has a tile; tlog has its height before it.
func pathOf(folder string, tile tlog.Tile, kind string) string {
	return filepath.Join(folder, "tile", strings.Replace(tile.Path(), "tile/8/0/", kind, 1))
}

func openCheckpoint(folder, key string) (tree tlog.Tree, origin string, err error) {
	verifier, err := note.NewVerifier(strings.TrimSpace(key))
	if err != nil {
		return tree, "", err
	}
	signed, err := os.ReadFile(filepath.Join(folder, "checkpoint"))
	if err != nil {
		return tree, "", err
	}
	opened, err := note.Open(signed, note.VerifierList(verifier))
	if err != nil {
		return tree, "", err
	}
	lines := strings.Split(opened.Text, "\n")
	if tree.N, err = strconv.ParseInt(lines[1], 10, 64); err != nil {
		return tree, "", err
	}
	root, err := base64.StdEncoding.DecodeString(lines[2])
	copy(tree.Hash[:], root)
	return tree, lines[0], err
}

// stored holds the hashes of a tree in the order of tlog.
type stored []tlog.Hash

func (s stored) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	found := make([]tlog.Hash, len(indexes))
	for place, index := range indexes {
		found[place] = s[index]
	}
	return found, nil
}

// readBundle adds the entries of one bundle to the tree.
func (s *stored) readBundle(folder string, first, end int64) error {
	tile := tlog.Tile{H: height, L: 0, N: first / width, W: int(end - first)}
	rest, err := os.ReadFile(pathOf(folder, tile, "entries/"))
	if err != nil {
		return err
	}
	for index := first; index < end; index++ {
		if len(rest) < 2 || len(rest) < 2+int(binary.BigEndian.Uint16(rest)) {
			return fmt.Errorf("entry %d is not there", index)
		}
		length := 2 + int(binary.BigEndian.Uint16(rest))
		hashes, err := tlog.StoredHashes(index, rest[2:length], *s)
		if err != nil {
			return err
		}
		*s = append(*s, hashes...)
		rest = rest[length:]
	}
	if len(rest) > 0 {
		return fmt.Errorf("more than the entries up to %d are there", end)
	}
	return nil
}

// tilesOf are those of a tree of that size: full ones, and the last of each level in part.
func tilesOf(size int64) (tiles []tlog.Tile) {
	for level := 0; size > 0; level, size = level+1, size>>height {
		for n := int64(0); n <= (size-1)/width; n++ {
			w := size - n*width
			if w > width {
				w = width
			}
			tiles = append(tiles, tlog.Tile{H: height, L: level, N: n, W: int(w)})
		}
	}
	return tiles
}

func verify(folder, key string) error {
	tree, origin, err := openCheckpoint(folder, key)
	if err != nil {
		return err
	}
	var hashes stored
	for first := int64(0); first < tree.N; first += width {
		end := first + width
		if end > tree.N {
			end = tree.N
		}
		if err := hashes.readBundle(folder, first, end); err != nil {
			return err
		}
	}
	root, err := tlog.TreeHash(tree.N, hashes)
	if err != nil {
		return err
	}
	if root != tree.Hash {
		return fmt.Errorf("the entries do not give the root that was signed")
	}
	tiles := tilesOf(tree.N)
	for _, tile := range tiles {
		made, err := tlog.ReadTileData(tile, hashes)
		if err != nil {
			return err
		}
		path := filepath.Join(folder, strings.Replace(tile.Path(), "tile/8/", "tile/", 1))
		if there, err := os.ReadFile(path); err != nil || !bytes.Equal(made, there) {
			return fmt.Errorf("%s is not what the entries give", path)
		}
	}
	fmt.Printf("accepted: %s, %d entries, %d tiles\n", origin, tree.N, len(tiles))
	return nil
}

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: verify-export FOLDER KEY")
		os.Exit(1)
	}
	if err := verify(os.Args[1], os.Args[2]); err != nil {
		fmt.Println("refused:", err)
		os.Exit(1)
	}
}
