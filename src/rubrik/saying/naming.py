"""What a rubric is called where it must not be taken for another."""

__all__ = ["exactly"]


def __dir__() -> list[str]:
    return __all__


def exactly(slug: str, content_hash: str) -> str:
    """The slug, and as much of the hash of the content as tells versions apart."""
    return f"{slug} · {content_hash[:_SHORT]}"


_SHORT = len("sha256:") + 12
