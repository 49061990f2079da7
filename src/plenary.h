/* plenary: print-ready A4 pages from the data of United Nations documents.
 *
 * A program that wants a PDF:
 *
 *     struct plenary *plenary = plenary_new();
 *     if (plenary_render(plenary, "A_RES_76_19.xml", NULL) == PLENARY_DONE) {
 *         size_t size;
 *         const void *pdf = plenary_output(plenary, 0, &size);
 *         ...
 *     }
 *     fputs(plenary_messages(plenary), stderr);
 *     plenary_free(plenary);
 *
 * Memory. What plenary_output and plenary_messages lend belongs to the plenary and lives until the
 * next render or plenary_free. When memory runs out the process ends, with a message.
 *
 * Threads. One plenary may be used by one thread at a time; as many as there are threads may be
 * used at once. Each keeps the fonts that it opened: keep it for many documents.
 *
 * Sameness. The same input, style, fonts, hyphenation patterns and options give the same bytes,
 * whenever: dates are those of the document, or of the environment variable SOURCE_DATE_EPOCH.
 *
 * Data. Styles and the configuration of fonts are found beside the library; the environment
 * variable PLENARY_DATA names another folder. Nothing is read from a network. */
#ifndef PLENARY_H
#define PLENARY_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define PLENARY_API __attribute__((visibility("default")))
#else
#define PLENARY_API
#endif

/* A compositor's workplace: fonts and the result of the last render. */
struct plenary;

/* What a document becomes. */
enum plenary_form {
    PLENARY_PDF,     /* one file, PDF/A-2a and PDF/UA-1 at once */
    PLENARY_PNG,     /* a picture a page */
    PLENARY_SVG,     /* a drawing a page, glyphs as outlines */
    PLENARY_TREE,    /* UTF-8 text for people: what was read, */
    PLENARY_GALLEY,  /* the lines as they were set, */
    PLENARY_PAGES,   /* and where they stand */
    PLENARY_YAML,    /* data that can be read again, the same document: our own form, see */
    PLENARY_JSON,    /* plenary-document(5); no fonts are needed for these, */
    PLENARY_AKN,     /* AKN4UN XML, */
    PLENARY_MARKDOWN /* Markdown, which may lose what it cannot say: see the messages */
};

enum plenary_status {
    PLENARY_DONE = 0,
    PLENARY_FAILED = 1,       /* the document could not be rendered: see the messages */
    PLENARY_SYSTEM_FAILED = 3 /* no fonts configuration, no memory for a picture */
};

/* Fill with zeros first: 0 or NULL is always what most callers want. */
struct plenary_options {
    enum plenary_form form;
    const char *style;  /* the name of a house style, or a file; NULL: by the kind of document */
    const char *emblem; /* an SVG or PNG file for page 1; NULL: the style's, or none */
    double dpi;         /* of PNG, to 1200; 0: 150 */
    int page;           /* of PNG and SVG: only this page, from 1; 0: all */
};

/* A new workplace, to be given to plenary_free (which takes NULL too). */
PLENARY_API struct plenary *plenary_new(void);
PLENARY_API void plenary_free(struct plenary *plenary);

/* Renders a file: AKN4UN XML, YAML or JSON, Markdown; which of them is seen by its content. NULL
 * for options: all zeros. */
PLENARY_API enum plenary_status plenary_render(struct plenary *plenary, const char *path,
                                               const struct plenary_options *options);

/* The same for bytes in memory; `name` stands for the file in messages. */
PLENARY_API enum plenary_status plenary_render_bytes(struct plenary *plenary, const char *name,
                                                     const void *bytes, size_t size,
                                                     const struct plenary_options *options);

/* How many outputs the last render made: 1, or one a page for PNG and SVG; 0 when it failed. */
PLENARY_API int plenary_output_count(const struct plenary *plenary);

/* The bytes of output n, from 0, and their number. NULL and 0 when there is no such output. */
PLENARY_API const void *plenary_output(const struct plenary *plenary, int n, size_t *size);

/* All messages of the last render, as
 *     file:line:column: level: what was found, what was wanted [slug]
 * with the source line below; "" when there are none. A document that was rendered may have
 * messages too (levels warning and style). UTF-8, in English. */
PLENARY_API const char *plenary_messages(const struct plenary *plenary);

/* "1.2.3" */
PLENARY_API const char *plenary_version(void);

#ifdef __cplusplus
}
#endif

#endif
