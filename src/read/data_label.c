/* data_label: labels that a document leaves out: what they count on from is the label before. */
#include <glib.h>

#include "doc/label.h"
#include "read/data.h"
#include "read/label_make.h"

const char *data_next_label(struct data *data, struct data_labels *labels, enum node_kind kind)
{
    if (kind == NODE_OPERATIVE)
        return label_make(data->arena, data->style, 0, ++labels->number);
    if (kind != NODE_ITEM)
        return NULL;
    return labels->bullet
               ? labels->bullet
               : label_make(data->arena, data->style, MAX(data->around.lists, 1), ++labels->item);
}

/* What the label says that comes next to `before`; failing that, its first reading. */
static int ordinal_after(const struct label *label, int before)
{
    for (int i = 0; i < label->count; i++)
        if (label->readings[i].ordinal == before + 1)
            return before + 1;
    return label->readings[0].ordinal;
}

void data_count_label(struct data_labels *labels, const struct node *block)
{
    struct label label;
    if (!block->label || !label_read_whole(block->label, &label))
        return;
    bool bullet = label.readings[0].series == LABEL_BULLET;
    if (block->kind == NODE_OPERATIVE && !bullet)
        labels->number = ordinal_after(&label, labels->number);
    if (block->kind != NODE_ITEM)
        return;
    labels->bullet = bullet ? block->label : NULL;
    labels->item = bullet ? 0 : ordinal_after(&label, labels->item);
}
