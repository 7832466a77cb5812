/** What goes with a bundle, for who has nothing of ours. */
export const README = `# Evidence from a ledger of Chancery

Entries of a log to which can only be added (RFC 6962), each with the proof that it stands where it says. Verify them with Node 20 or newer, without a network:

    node verify.mjs                   # 0 whole, 1 altered, 2 something is missing
    node verify.mjs --keys MY-KEYS    # by keys that you have from the operator's hand, and not from this folder

Without --keys it believes verifier-keys.txt: then it shows that the folder is in itself whole, and no more. Whoever alters a folder may alter verify.mjs
too: if you have reason to doubt it, read it, or take it from another bundle.

- manifest.json: what was asked, when, under which reading on the ledger, and what lies here
- entries/N.json: the bytes of entry N, which are hashed as they are
- proofs/N.tlog-proof: C2SP tlog-proof, with a checkpoint that the log has signed and witnesses may have cosigned; any tool for that format reads it
- sidecars/N.PART.json: what the entry commits to and does not hold, SHA-256(0x02 || salt || blob); parts may be left out, and may have been erased by order
- texts.json: what the digests in entries stand for, in hex; handlings by the first 64 bits of their SHA-256. Entries of version 5 write both in base64url
- verifier-keys.txt: C2SP signed-note verifier keys; a log that signs by ML-DSA-44 too has two, and both are asked for: by Node 24.6 or newer
- SHA256SUMS: a sum for each file; its last line is that of the lines above it

An entry says who was told what kind of data, on which records' labels, by which rules, and when: never the values. Who reads it is bound as its reader.
`;
