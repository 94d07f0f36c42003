"""What PDF/UA-1 asks for and WeasyPrint leaves out, put in just before the file is written."""

import pydyf

from reporting.pdf import artifacts, metadata

IN_DOUBT = b"\r\nendstream"  # the end of a stream that reads as a byte shorter than it is
POINTS_A_PIXEL = 0.75


def finish(document, pdf: pydyf.PDF, *, spare: int = 0) -> None:
    """Complete the tags: heading cells' scope, figures' boxes, page furniture, metadata.

    ``spare`` objects that nothing refers to are added, only to write the rest differently.
    """
    metadata.declare_accessible(pdf)
    parents = {item.reference: item for item in pdf.objects if is_element(item)}
    for element in parents.values():
        if element["S"] == "/TH":
            element["A"]["Scope"] = f"/{scope(element, parents)}"
        elif element["S"] == "/Figure":
            place(element, page_height(element, pdf))
    if "AF" in pdf.catalog:  # WeasyPrint names each attached file twice
        pdf.catalog["AF"] = pydyf.Array(dict.fromkeys(pdf.catalog["AF"]))
    artifacts.set_aside_page_furniture(pdf)
    keep_lengths_beyond_doubt(pdf)
    for number in range(spare):
        pdf.add_object(pydyf.Dictionary({"Spare": number}))


def keep_lengths_beyond_doubt(pdf: pydyf.PDF) -> None:
    """Leave a stream as it is where its compressed form would end in a carriage return.

    With the line feed written after it that reads as one end of line, so that a checker finds
    the stream a byte shorter than its Length (ISO 19005-3, 6.1.7.1). One in 256 ends so.
    """
    for item in pdf.objects:
        if isinstance(item, pydyf.Stream) and item.data.endswith(IN_DOUBT):
            item.compress = False


def is_element(item) -> bool:
    """Whether a PDF object is an element of the tag tree."""
    return isinstance(item, pydyf.Dictionary) and item.get("Type") == "/StructElem"


def scope(cell, elements) -> str:
    """A heading cell in a table's head is for its column, any other for its row."""
    row = elements[cell["P"]]
    return "Column" if elements[row["P"]]["S"] == "/THead" else "Row"


def place(figure, height: float) -> None:
    """Turn a figure's box from pixels below the top into points above the bottom."""
    left, top, right, bottom = (side * POINTS_A_PIXEL for side in figure["A"]["BBox"])
    figure["A"]["BBox"] = pydyf.Array([left, height - bottom, right, height - top])
    figure["A"]["Placement"] = "/Block"


def page_height(element, pdf: pydyf.PDF) -> float:
    """The height in points of the page an element is on."""
    return artifacts.resolve(pdf, element["Pg"])["MediaBox"][3]
