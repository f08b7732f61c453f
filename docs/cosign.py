#!/usr/bin/env python3
"""Signs Samlad's checkpoints with an actor's own key, having seen that each builds on the one before.

    cosign.py key NAME                       makes cosigner.pem and prints the key to name at /proof
    cosign.py URL NAME LOGKEY                once; run it every few minutes (SAMLAD_TOKEN holds the token)

LOGKEY is the key that /proof shows. What was seen last is kept in cosigner.seen. Needs Python 3 and openssl 3.
"""
import base64, hashlib, json, os, subprocess, sys, tempfile, time, urllib.request, uuid

KEY, SEEN = "cosigner.pem", "cosigner.seen"
X509 = bytes.fromhex("302a300506032b6570032100")


def openssl(*words):
    return subprocess.run(("openssl",) + words, check=True, capture_output=True).stdout


def key_id(name, kind, key):
    return hashlib.sha256(name.encode() + b"\n" + bytes([kind]) + key).digest()[:4]


def own_key():
    return openssl("pkey", "-in", KEY, "-pubout", "-outform", "DER")[-32:]


def ask(url, body=None):
    request = urllib.request.Request(url, body and json.dumps(body).encode(), {
        "Authorization": "Bearer " + os.environ["SAMLAD_TOKEN"], "Content-Type": "application/json",
        "Idempotency-Key": str(uuid.uuid4())})
    return urllib.request.urlopen(request, timeout=30).read().decode()


def check(key, message, signature):
    """Ends the script where the signature does not fit."""
    with tempfile.TemporaryDirectory() as folder:
        files = [os.path.join(folder, n) for n in ("key", "message", "signature")]
        for file, data in zip(files, (X509 + key, message, signature)):
            with open(file, "wb") as out:
                out.write(data)
        openssl("pkeyutl", "-verify", "-rawin", "-pubin", "-keyform", "DER", "-inkey", files[0], "-in", files[1],
                "-sigfile", files[2])


def builds_on(size1, root1, size2, root2, proof):
    """RFC 9162 section 2.1.4.2."""
    if size1 == size2:
        return root1 == root2 and not proof
    join = lambda left, right: hashlib.sha256(b"\1" + left + right).digest()
    path = ([root1] if size1 & (size1 - 1) == 0 else []) + proof
    fn, sn = size1 - 1, size2 - 1
    while fn & 1:
        fn, sn = fn >> 1, sn >> 1
    fr = sr = path[0]
    for c in path[1:]:
        if sn == 0:
            return False
        if fn & 1 or fn == sn:
            fr, sr = join(c, fr), join(c, sr)
            while not fn & 1 and fn:
                fn, sn = fn >> 1, sn >> 1
        else:
            sr = join(sr, c)
        fn, sn = fn >> 1, sn >> 1
    return sn == 0 and fr == root1 and sr == root2


def main(url, name, logkey):
    log, _, material = logkey.split("+", 2)
    key = base64.b64decode(material)[1:]
    text, _, lines = ask(url + "/api/journal/checkpoint").partition("\n\n")
    text += "\n"
    origin, size, root = text.splitlines()[0], int(text.splitlines()[1]), base64.b64decode(text.splitlines()[2])
    ours = [base64.b64decode(l.split(" ")[2]) for l in lines.splitlines() if l.startswith("\u2014 " + log + " ")]
    signature = next(l[4:] for l in ours if l[:4] == key_id(log, 1, key))
    check(key, text.encode(), signature)
    if origin != log:
        sys.exit("this is another journal")
    if os.path.exists(SEEN):
        before = json.load(open(SEEN))
        proof = json.loads(ask(f"{url}/api/journal/proof/consistency?from={before['size']}&to={size}"))
        hashes = [base64.b64decode(h) for h in proof["hashes"]]
        if size < before["size"] or not builds_on(before["size"], base64.b64decode(before["root"]), size, root, hashes):
            sys.exit("WHAT WAS SEEN BEFORE HAS BEEN CHANGED: nothing was signed")
    at = int(time.time())
    with tempfile.NamedTemporaryFile() as message:
        message.write(f"cosignature/v1\ntime {at}\n{text}".encode())
        message.flush()
        signed = openssl("pkeyutl", "-sign", "-rawin", "-inkey", KEY, "-in", message.name)
    line = base64.b64encode(key_id(name, 4, own_key()) + at.to_bytes(8, "big") + signed).decode()
    ask(url + "/api/journal/checkpoint/cosignatures", {"note": f"{text}\n\u2014 {name} {line}\n"})
    json.dump({"size": size, "root": base64.b64encode(root).decode()}, open(SEEN, "w"))
    print(f"vouched for {size} entries")


if len(sys.argv) == 3 and sys.argv[1] == "key":
    os.umask(0o077)
    if not os.path.exists(KEY):
        openssl("genpkey", "-algorithm", "ed25519", "-out", KEY)
    print(f"{sys.argv[2]}+{key_id(sys.argv[2], 4, own_key()).hex()}+{base64.b64encode(bytes([4]) + own_key()).decode()}")
elif len(sys.argv) == 4:
    main(*sys.argv[1:])
else:
    sys.exit(__doc__)
