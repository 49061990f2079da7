/* press: --for, --impose, --sheet. Whoever imposes prints. */
#include "cli/press.h"

#include <string.h>

enum status press_take_option(struct press_request *request, int letter, const char *value)
{
    switch (letter) {
    case PRESS_FOR:
        request->print = strcmp(value, "print") == 0;
        request->archive = strcmp(value, "archive") == 0;
        if (!request->print && !request->archive)
            return cli_usage("archive and print are known", "--for knows no %s", value);
        return STATUS_DONE;
    case PRESS_IMPOSE:
        request->imposed = true;
        if (!impose_take_scheme(&request->order, value))
            return cli_usage("booklet, signature:N (N pages, 4 to 1024, a multiple of 4), 2up and "
                             "4up are known",
                             "--impose knows no %s", value);
        return STATUS_DONE;
    case PRESS_SHEET:
        request->imposed = true;
        if (!impose_take_sheet(&request->order, value))
            return cli_usage("A3, SRA3, A2 and SRA2 are known", "--sheet knows no %s", value);
        return STATUS_DONE;
    default:
        return STATUS_USAGE;
    }
}

enum status press_finish(const struct press_request *request, bool pdf,
                         const struct print_order **order)
{
    bool print = request->print || request->imposed;
    *order = print ? &request->order : NULL;
    if (request->order.sheet && request->order.scheme == SCHEME_SINGLE)
        return cli_usage(NULL, "--sheet is for --impose, which says how pages stand on it");
    if (request->imposed && request->archive)
        return cli_usage(NULL, "--impose is for print: what is kept has its pages one by one");
    if (print && !pdf)
        return cli_usage(NULL, "--for print makes pdf, nothing else");
    return STATUS_DONE;
}
