"""The key that seals what is personal, and everything else that has to be secret."""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
from base64 import urlsafe_b64encode
from pathlib import Path

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from filelock import FileLock

from bot.store.database.errors import StoreError

FILE = "secret.key"
_OWNER_ONLY = 0o600
_BYTES = 32


class KeyUnreadable(StoreError):
    """The file of the key cannot be read or made."""

    def __init__(self, path: Path, reason: object) -> None:
        self.path = path
        super().__init__(f"the secret key in {path} cannot be used: {reason}")


class WrongKey(StoreError):
    """The database was sealed with another key."""

    def __init__(self) -> None:
        self.file = FILE
        super().__init__(
            "the database was written with another SECRET_KEY: set the one it was written with"
            f" (where none was set, bring back the file {FILE} of the data folder)"
        )


class SecretKey:
    """A secret, and the keys derived from it (HKDF, RFC 5869), one for each purpose."""

    def __init__(self, secret: str) -> None:
        self._secret = secret.encode("utf-8")
        self._chats = self._expand("chat")
        self._persons = self._expand("person")
        self._messages = self._expand("message")
        self._sealing = Fernet(urlsafe_b64encode(self._expand("seal")))

    @classmethod
    def of(cls, secret: str, folder: Path) -> SecretKey:
        """Return the key from `secret`; where that is empty, the one that is kept in `folder`.

        The first who asks makes that one: 256 random bits in a file that only its owner can read.

        Raises:
            KeyUnreadable: the file cannot be read or made, or holds no key.
        """
        return cls(secret or _kept(folder / FILE))

    def chat(self, channel: str, chat: str) -> str:
        """Return what stands for a chat: always the same, and no way back to who that is."""
        return _digest(self._chats, channel, chat)

    def person(self, channel: str, chat: str, sender: str) -> str:
        """Return what stands for a person in one chat; in another chat it is another."""
        return _digest(self._persons, channel, chat, sender)

    def message(self, channel: str, message: str) -> str:
        """Return what stands for a message, to know it again."""
        return _digest(self._messages, channel, message)

    def derive(self, name: str) -> str:
        """Return the secret for the purpose `name`: 43 letters, digits, "-" and "_"."""
        derived = urlsafe_b64encode(self._expand(f"named {name}"))
        return derived.decode("ascii").rstrip("=")

    def seal(self, content: bytes) -> bytes:
        """Return `content` so that only this key opens it, and nobody alters it unnoticed."""
        return self._sealing.encrypt(content)

    def unseal(self, sealed: bytes) -> bytes:
        """Return what was sealed; raise WrongKey if it was by another key."""
        try:
            return self._sealing.decrypt(sealed)
        except InvalidToken as error:
            raise WrongKey from error

    def _expand(self, purpose: str) -> bytes:
        info = f"danbiet {purpose}".encode()
        return HKDF(SHA256(), _BYTES, salt=None, info=info).derive(self._secret)


def _digest(key: bytes, *names: str) -> str:
    joined = b"\0".join(name.encode("utf-8", "surrogatepass") for name in names)
    return hmac.new(key, joined, hashlib.sha256).hexdigest()


def _kept(path: Path) -> str:
    try:
        if not path.exists():
            _make(path)
        secret = path.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise KeyUnreadable(path, error) from error
    if len(secret) < _BYTES:
        raise KeyUnreadable(path, "it is too short for a key")
    return secret


def _make(path: Path) -> None:
    """Write a new key to `path` in one step, unless another process has done so meanwhile."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(path.with_suffix(".lock"), mode=_OWNER_ONLY):
        if path.exists():
            return
        aside = path.with_suffix(".new")
        aside.unlink(missing_ok=True)
        with os.fdopen(
            os.open(aside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, _OWNER_ONLY), "w"
        ) as new:
            new.write(secrets.token_urlsafe(_BYTES))
            new.flush()
            os.fsync(new.fileno())
        aside.replace(path)
