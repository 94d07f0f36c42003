"""Running headers and page numbers, marked so that a screen reader passes over them."""

import pydyf


def set_aside_page_furniture(pdf: pydyf.PDF) -> None:
    """Mark as an artifact all content that no element of the tag tree leads to.

    WeasyPrint makes elements for what stands in the page's margins but hangs them nowhere,
    which leaves it neither read nor set aside. Those elements are dropped.
    """
    read = content_in_reading_order(pdf)
    for page in pages(pdf):
        stream = resolve(pdf, page["Contents"])
        seen = read.get(page.reference, set())
        set_aside(stream.stream, seen)
        forget(pdf, page["StructParents"], seen)


def content_in_reading_order(pdf: pydyf.PDF) -> dict[bytes, set[int]]:
    """The marked content that the tag tree leads to, by page."""
    read: dict[bytes, set[int]] = {}
    reached: set[int] = set()
    waiting = [resolve(pdf, pdf.catalog["StructTreeRoot"])]
    while waiting:
        element = waiting.pop()
        reached.add(element.number)
        for child in element.get("K", ()):
            if isinstance(child, int):
                read.setdefault(element["Pg"], set()).add(child)
            elif (item := resolve(pdf, child)).get("Type") == "/StructElem":
                waiting.append(item)
    for item in pdf.objects:
        if isinstance(item, pydyf.Dictionary) and item.get("Type") == "/StructElem":
            item.free = "n" if item.number in reached else "f"
    return read


def set_aside(operations: list, seen: set[int]) -> None:
    """Rewrite the opening of each unread piece of marked content."""
    for at, operation in enumerate(operations):
        if operation != b"BDC":
            continue
        properties = operations[at - 1]
        if properties.get("MCID") not in seen:
            operations[at - 2] = "/Artifact"
            operations[at - 1] = pydyf.Dictionary({"Type": "/Pagination"})


def forget(pdf: pydyf.PDF, page_key: int, seen: set[int]) -> None:
    """Empty the places of dropped elements in the page's list of content."""
    root = resolve(pdf, pdf.catalog["StructTreeRoot"])
    numbers = resolve(pdf, root["ParentTree"])["Nums"]
    places = numbers[numbers.index(page_key) + 1]
    places[:] = [place if mcid in seen else b"null" for mcid, place in enumerate(places)]


def pages(pdf: pydyf.PDF) -> list[pydyf.Dictionary]:
    """The pages in order."""
    return [pdf.objects[number] for number in pdf.pages["Kids"][::3]]


def resolve(pdf: pydyf.PDF, reference: bytes):
    """The object behind a reference such as ``12 0 R``."""
    return pdf.objects[int(reference.split()[0])]
