from odoo import models

from ..tools.book_table import CODE, COUNT, DATE, MONEY, QUANTITY, TEXT

FORMATS = {
    DATE: {"num_format": "dd/mm/yyyy", "align": "left"},
    MONEY: {"num_format": "#,##0.00"},
    QUANTITY: {"num_format": "#,##0.###"},
    COUNT: {"num_format": "0"},
}
WIDTHS = {CODE: 22, DATE: 12, MONEY: 16, QUANTITY: 12, COUNT: 12}
TEXT_WIDTH = 32


class ReportChasquiBookXlsx(models.AbstractModel):
    """A book as a spreadsheet: numbers are numbers and dates are dates, so that one can go on counting."""

    _name = "report.chasqui_store.report_book_xlsx"
    _inherit = "report.report_xlsx.abstract"
    _description = "Books as a spreadsheet"

    def generate_xlsx_report(self, workbook, data, objs):
        for book in objs:
            self._write_book(workbook, book, book._get_table())

    def _write_book(self, workbook, book, table):
        sheet = workbook.add_worksheet(book.display_name.replace(":", "")[:31])
        bold = workbook.add_format({"bold": True})
        lines = [book.display_name, book._get_company_text(), book._get_period_text()]
        for number, text in enumerate(lines):
            sheet.write_string(number, 0, text, bold)
        first = len(lines) + 1
        for index, column in enumerate(table.columns):
            sheet.set_column(index, index, WIDTHS.get(column.kind, TEXT_WIDTH))
            sheet.write_string(first, index, column.label, bold)
        sheet.freeze_panes(first + 1, 1)
        self._write_rows(workbook, sheet, table, first + 1)

    def _write_rows(self, workbook, sheet, table, first):
        formats = self._get_formats(workbook)
        for number, row in enumerate(table.rows, first):
            is_bold = row.kind != "line"
            for index, (column, value) in enumerate(zip(table.columns, row.cells, strict=True)):
                self._write_cell(sheet, (number, index), column, value, formats[column.kind, is_bold])
        notes = table.notes if table.rows else [table.empty]
        for number, note in enumerate(notes, first + len(table.rows) + 1):
            sheet.write_string(number, 0, note)

    def _get_formats(self, workbook):
        return {
            (kind, is_bold): workbook.add_format({**FORMATS.get(kind, {}), "bold": is_bold})
            for kind in (TEXT, CODE, *FORMATS)
            for is_bold in (False, True)
        }

    def _write_cell(self, sheet, place, column, value, style):
        """Write a value as what it is: a name that begins with “=” is no formula."""
        if value is None or value is False:
            sheet.write_blank(*place, None, style)
        elif column.is_number:
            sheet.write_number(*place, value, style)
        elif column.kind == DATE:
            sheet.write_datetime(*place, value, style)
        else:
            sheet.write_string(*place, value, style)
