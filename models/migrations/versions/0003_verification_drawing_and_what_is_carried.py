"""Verification, drawing and what is carried from other programs"""

import sqlalchemy as sa
from alembic import op

revision = '0003'
down_revision = '0002'
branch_labels = None
depends_on = None


COLUMNS = {
    'finding': ['claim', 'question_id', 'status', 'rival_explanation', 'conclusion', 'confidence',
                'confidence_note', 'position', 'made_at', 'id', 'guid'],
    'coder': ['name', 'colour', 'kind', 'id', 'guid'],
    'excerpt': ['source_id', 'start', 'end', 'speaker_id', 'summary', 'set_aside', 'surprise', 'id', 'guid'],
}
"""The columns, in the order of the history's images, of the tables that gain one."""
NEW = {'confidence': "''", 'confidence_note': "''", 'surprise': '0', 'kind': "'researcher'"}


def _images_gain_columns(entity: str) -> None:
    """Write the images of the history as the new triggers write them, so that undo restores a whole row."""
    for side in ('before', 'after'):
        pairs = ', '.join(
            f"'{name}', " + NEW.get(name, f"json_extract({side}, '$.\"{name}\"')") for name in COLUMNS[entity]
        )
        op.execute(f"UPDATE change_image SET {side} = json_object({pairs}) WHERE entity = '{entity}' AND {side} IS NOT NULL")


def upgrade() -> None:
    op.create_table('attachment_data',
    sa.Column('attachment_id', sa.Integer(), nullable=False),
    sa.Column('data', sa.LargeBinary(), nullable=False),
    sa.PrimaryKeyConstraint('attachment_id', name=op.f('pk_attachment_data')),
    info={'journalled': False}
    )
    op.create_table('carried',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('on_entity', sa.String(), nullable=False),
    sa.Column('on_id', sa.Integer(), nullable=True),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('value', sa.String(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_carried'))
    )
    with op.batch_alter_table('carried', schema=None) as batch_op:
        batch_op.create_index('ix_carried_on', ['on_entity', 'on_id'], unique=False)

    op.create_table('checklist_answer',
    sa.Column('checklist', sa.String(), nullable=False),
    sa.Column('item', sa.String(), nullable=False),
    sa.Column('state', sa.String(), nullable=False),
    sa.Column('words', sa.String(), nullable=False),
    sa.Column('place', sa.String(), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('guid', sa.String(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_checklist_answer')),
    sa.UniqueConstraint('checklist', 'item', name=op.f('uq_checklist_answer_checklist_item')),
    sa.UniqueConstraint('guid', name=op.f('uq_checklist_answer_guid'))
    )
    op.create_table('link',
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('direction', sa.String(), nullable=False),
    sa.Column('colour', sa.String(), nullable=False),
    sa.Column('from_entity', sa.String(), nullable=False),
    sa.Column('from_id', sa.Integer(), nullable=False),
    sa.Column('to_entity', sa.String(), nullable=False),
    sa.Column('to_id', sa.Integer(), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('guid', sa.String(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_link')),
    sa.UniqueConstraint('guid', name=op.f('uq_link_guid'))
    )
    with op.batch_alter_table('link', schema=None) as batch_op:
        batch_op.create_index('ix_link_from', ['from_entity', 'from_id'], unique=False)
        batch_op.create_index('ix_link_to', ['to_entity', 'to_id'], unique=False)

    op.create_table('study_set',
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('description', sa.String(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('guid', sa.String(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_study_set')),
    sa.UniqueConstraint('guid', name=op.f('uq_study_set_guid'))
    )
    op.create_table('variable',
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('type', sa.String(), nullable=False),
    sa.Column('description', sa.String(), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('guid', sa.String(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_variable')),
    sa.UniqueConstraint('guid', name=op.f('uq_variable_guid')),
    sa.UniqueConstraint('name', name=op.f('uq_variable_name'))
    )
    op.create_table('display_cell',
    sa.Column('display_id', sa.Integer(), nullable=False),
    sa.Column('row', sa.String(), nullable=False),
    sa.Column('column', sa.String(), nullable=False),
    sa.Column('words', sa.String(), nullable=False),
    sa.Column('rating', sa.String(), nullable=False),
    sa.Column('made_at', sa.DateTime(), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('guid', sa.String(), nullable=False),
    sa.ForeignKeyConstraint(['display_id'], ['display.id'], name=op.f('fk_display_cell_display_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_display_cell')),
    sa.UniqueConstraint('display_id', 'row', 'column', name=op.f('uq_display_cell_display_id_row_column')),
    sa.UniqueConstraint('guid', name=op.f('uq_display_cell_guid'))
    )
    op.create_table('network_node',
    sa.Column('display_id', sa.Integer(), nullable=False),
    sa.Column('label', sa.String(), nullable=False),
    sa.Column('on_entity', sa.String(), nullable=False),
    sa.Column('on_id', sa.Integer(), nullable=True),
    sa.Column('x', sa.Double(), nullable=False),
    sa.Column('y', sa.Double(), nullable=False),
    sa.Column('shape', sa.String(), nullable=False),
    sa.Column('colour', sa.String(), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('guid', sa.String(), nullable=False),
    sa.ForeignKeyConstraint(['display_id'], ['display.id'], name=op.f('fk_network_node_display_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_network_node')),
    sa.UniqueConstraint('guid', name=op.f('uq_network_node_guid'))
    )
    with op.batch_alter_table('network_node', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_network_node_display_id'), ['display_id'], unique=False)

    op.create_table('override',
    sa.Column('on_entity', sa.String(), nullable=False),
    sa.Column('on_id', sa.Integer(), nullable=False),
    sa.Column('verdict', sa.String(), nullable=False),
    sa.Column('reason', sa.String(), nullable=False),
    sa.Column('coder_id', sa.Integer(), nullable=True),
    sa.Column('made_at', sa.DateTime(), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('guid', sa.String(), nullable=False),
    sa.ForeignKeyConstraint(['coder_id'], ['coder.id'], name=op.f('fk_override_coder_id'), ondelete='SET NULL'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_override')),
    sa.UniqueConstraint('guid', name=op.f('uq_override_guid')),
    sa.UniqueConstraint('on_entity', 'on_id', name=op.f('uq_override_on_entity_on_id'))
    )
    op.create_table('score_table',
    sa.Column('title', sa.String(), nullable=False),
    sa.Column('unit', sa.String(), nullable=False),
    sa.Column('method', sa.String(), nullable=False),
    sa.Column('scale', sa.JSON(), nullable=False),
    sa.Column('source_line', sa.String(), nullable=False),
    sa.Column('analytic_text', sa.String(), nullable=False),
    sa.Column('instrument_id', sa.Integer(), nullable=True),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('guid', sa.String(), nullable=False),
    sa.ForeignKeyConstraint(['instrument_id'], ['instrument.id'], name=op.f('fk_score_table_instrument_id'), ondelete='SET NULL'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_score_table')),
    sa.UniqueConstraint('guid', name=op.f('uq_score_table_guid'))
    )
    with op.batch_alter_table('score_table', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_score_table_instrument_id'), ['instrument_id'], unique=False)

    op.create_table('set_member',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('set_id', sa.Integer(), nullable=False),
    sa.Column('on_entity', sa.String(), nullable=False),
    sa.Column('on_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['set_id'], ['study_set.id'], name=op.f('fk_set_member_set_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_set_member')),
    sa.UniqueConstraint('set_id', 'on_entity', 'on_id', name=op.f('uq_set_member_set_id_on_entity_on_id'))
    )
    with op.batch_alter_table('set_member', schema=None) as batch_op:
        batch_op.create_index('ix_set_member_on', ['on_entity', 'on_id'], unique=False)

    op.create_table('attachment',
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('source_id', sa.Integer(), nullable=True),
    sa.Column('file_name', sa.String(), nullable=False),
    sa.Column('path', sa.String(), nullable=False),
    sa.Column('sha256', sa.String(), nullable=False),
    sa.Column('size', sa.Integer(), nullable=False),
    sa.Column('description', sa.String(), nullable=False),
    sa.Column('details', sa.JSON(), nullable=False),
    sa.Column('coder_id', sa.Integer(), nullable=True),
    sa.Column('made_at', sa.DateTime(), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('guid', sa.String(), nullable=False),
    sa.ForeignKeyConstraint(['coder_id'], ['coder.id'], name=op.f('fk_attachment_coder_id'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['source_id'], ['source.id'], name=op.f('fk_attachment_source_id'), ondelete='SET NULL'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_attachment')),
    sa.UniqueConstraint('guid', name=op.f('uq_attachment_guid')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('attachment', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_attachment_source_id'), ['source_id'], unique=False)

    op.create_table('claim_link',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('finding_id', sa.Integer(), nullable=False),
    sa.Column('to_entity', sa.String(), nullable=False),
    sa.Column('to_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['finding_id'], ['finding.id'], name=op.f('fk_claim_link_finding_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_claim_link')),
    sa.UniqueConstraint('finding_id', 'to_entity', 'to_id', name=op.f('uq_claim_link_finding_id_to_entity_to_id'))
    )
    with op.batch_alter_table('claim_link', schema=None) as batch_op:
        batch_op.create_index('ix_claim_link_to', ['to_entity', 'to_id'], unique=False)

    op.create_table('finding_check',
    sa.Column('finding_id', sa.Integer(), nullable=False),
    sa.Column('tactic', sa.String(), nullable=False),
    sa.Column('outcome', sa.String(), nullable=False),
    sa.Column('note', sa.String(), nullable=False),
    sa.Column('settings', sa.JSON(), nullable=False),
    sa.Column('coder_id', sa.Integer(), nullable=True),
    sa.Column('made_at', sa.DateTime(), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('guid', sa.String(), nullable=False),
    sa.ForeignKeyConstraint(['coder_id'], ['coder.id'], name=op.f('fk_finding_check_coder_id'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['finding_id'], ['finding.id'], name=op.f('fk_finding_check_finding_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_finding_check')),
    sa.UniqueConstraint('finding_id', 'tactic', name=op.f('uq_finding_check_finding_id_tactic')),
    sa.UniqueConstraint('guid', name=op.f('uq_finding_check_guid'))
    )
    op.create_table('item',
    sa.Column('table_id', sa.Integer(), nullable=False),
    sa.Column('label', sa.String(), nullable=False),
    sa.Column('text', sa.String(), nullable=False),
    sa.Column('value', sa.Double(), nullable=True),
    sa.Column('base', sa.Integer(), nullable=True),
    sa.Column('predicate', sa.String(), nullable=False),
    sa.Column('question_id', sa.Integer(), nullable=True),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('guid', sa.String(), nullable=False),
    sa.ForeignKeyConstraint(['question_id'], ['research_question.id'], name=op.f('fk_item_question_id'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['table_id'], ['score_table.id'], name=op.f('fk_item_table_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_item')),
    sa.UniqueConstraint('guid', name=op.f('uq_item_guid'))
    )
    with op.batch_alter_table('item', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_item_question_id'), ['question_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_item_table_id'), ['table_id'], unique=False)

    op.create_table('member_check',
    sa.Column('finding_id', sa.Integer(), nullable=False),
    sa.Column('informant_id', sa.Integer(), nullable=False),
    sa.Column('claim', sa.String(), nullable=False),
    sa.Column('answer', sa.String(), nullable=False),
    sa.Column('words', sa.String(), nullable=False),
    sa.Column('done', sa.String(), nullable=False),
    sa.Column('asked_on', sa.Date(), nullable=True),
    sa.Column('answered_on', sa.Date(), nullable=True),
    sa.Column('coder_id', sa.Integer(), nullable=True),
    sa.Column('made_at', sa.DateTime(), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('guid', sa.String(), nullable=False),
    sa.ForeignKeyConstraint(['coder_id'], ['coder.id'], name=op.f('fk_member_check_coder_id'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['finding_id'], ['finding.id'], name=op.f('fk_member_check_finding_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['informant_id'], ['informant.id'], name=op.f('fk_member_check_informant_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_member_check')),
    sa.UniqueConstraint('guid', name=op.f('uq_member_check_guid'))
    )
    with op.batch_alter_table('member_check', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_member_check_finding_id'), ['finding_id'], unique=False)
        batch_op.create_index('ix_member_check_informant_id', ['informant_id'], unique=False)

    op.create_table('network_link',
    sa.Column('display_id', sa.Integer(), nullable=False),
    sa.Column('from_id', sa.Integer(), nullable=False),
    sa.Column('to_id', sa.Integer(), nullable=False),
    sa.Column('sign', sa.String(), nullable=False),
    sa.Column('label', sa.String(), nullable=False),
    sa.Column('memo', sa.String(), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('guid', sa.String(), nullable=False),
    sa.ForeignKeyConstraint(['display_id'], ['display.id'], name=op.f('fk_network_link_display_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['from_id'], ['network_node.id'], name=op.f('fk_network_link_from_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['to_id'], ['network_node.id'], name=op.f('fk_network_link_to_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_network_link')),
    sa.UniqueConstraint('from_id', 'to_id', name=op.f('uq_network_link_from_id_to_id')),
    sa.UniqueConstraint('guid', name=op.f('uq_network_link_guid'))
    )
    with op.batch_alter_table('network_link', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_network_link_display_id'), ['display_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_network_link_to_id'), ['to_id'], unique=False)

    op.create_table('resolution',
    sa.Column('source_id', sa.Integer(), nullable=False),
    sa.Column('start', sa.Integer(), nullable=False),
    sa.Column('end', sa.Integer(), nullable=False),
    sa.Column('code_id', sa.Integer(), nullable=False),
    sa.Column('applies', sa.Boolean(), nullable=False),
    sa.Column('note', sa.String(), nullable=False),
    sa.Column('coder_id', sa.Integer(), nullable=True),
    sa.Column('made_at', sa.DateTime(), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('guid', sa.String(), nullable=False),
    sa.ForeignKeyConstraint(['code_id'], ['code.id'], name=op.f('fk_resolution_code_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['coder_id'], ['coder.id'], name=op.f('fk_resolution_coder_id'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['source_id'], ['source.id'], name=op.f('fk_resolution_source_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_resolution')),
    sa.UniqueConstraint('guid', name=op.f('uq_resolution_guid')),
    sa.UniqueConstraint('source_id', 'start', 'end', 'code_id', name=op.f('uq_resolution_source_id_start_end_code_id'))
    )
    with op.batch_alter_table('resolution', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_resolution_code_id'), ['code_id'], unique=False)

    op.create_table('rival',
    sa.Column('finding_id', sa.Integer(), nullable=False),
    sa.Column('claim', sa.String(), nullable=False),
    sa.Column('outcome', sa.String(), nullable=False),
    sa.Column('note', sa.String(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('made_at', sa.DateTime(), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('guid', sa.String(), nullable=False),
    sa.ForeignKeyConstraint(['finding_id'], ['finding.id'], name=op.f('fk_rival_finding_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_rival')),
    sa.UniqueConstraint('guid', name=op.f('uq_rival_guid'))
    )
    with op.batch_alter_table('rival', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_rival_finding_id'), ['finding_id'], unique=False)

    op.create_table('attachment_part',
    sa.Column('attachment_id', sa.Integer(), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('place', sa.JSON(), nullable=False),
    sa.Column('description', sa.String(), nullable=False),
    sa.Column('coder_id', sa.Integer(), nullable=True),
    sa.Column('made_at', sa.DateTime(), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('guid', sa.String(), nullable=False),
    sa.ForeignKeyConstraint(['attachment_id'], ['attachment.id'], name=op.f('fk_attachment_part_attachment_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['coder_id'], ['coder.id'], name=op.f('fk_attachment_part_coder_id'), ondelete='SET NULL'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_attachment_part')),
    sa.UniqueConstraint('guid', name=op.f('uq_attachment_part_guid'))
    )
    with op.batch_alter_table('attachment_part', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_attachment_part_attachment_id'), ['attachment_id'], unique=False)

    op.create_table('link_excerpt',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('link_id', sa.Integer(), nullable=False),
    sa.Column('excerpt_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['excerpt_id'], ['excerpt.id'], name=op.f('fk_link_excerpt_excerpt_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['link_id'], ['network_link.id'], name=op.f('fk_link_excerpt_link_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_link_excerpt')),
    sa.UniqueConstraint('link_id', 'excerpt_id', name=op.f('uq_link_excerpt_link_id_excerpt_id'))
    )
    with op.batch_alter_table('link_excerpt', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_link_excerpt_excerpt_id'), ['excerpt_id'], unique=False)

    op.create_table('number_evidence',
    sa.Column('item_id', sa.Integer(), nullable=False),
    sa.Column('on_entity', sa.String(), nullable=False),
    sa.Column('on_id', sa.Integer(), nullable=False),
    sa.Column('stance', sa.String(), nullable=False),
    sa.Column('note', sa.String(), nullable=False),
    sa.Column('category_id', sa.Integer(), nullable=True),
    sa.Column('role_id', sa.Integer(), nullable=True),
    sa.Column('coder_id', sa.Integer(), nullable=True),
    sa.Column('made_at', sa.DateTime(), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('guid', sa.String(), nullable=False),
    sa.ForeignKeyConstraint(['category_id'], ['category.id'], name=op.f('fk_number_evidence_category_id'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['coder_id'], ['coder.id'], name=op.f('fk_number_evidence_coder_id'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['item_id'], ['item.id'], name=op.f('fk_number_evidence_item_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['role_id'], ['role.id'], name=op.f('fk_number_evidence_role_id'), ondelete='SET NULL'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_number_evidence')),
    sa.UniqueConstraint('guid', name=op.f('uq_number_evidence_guid')),
    sa.UniqueConstraint('item_id', 'on_entity', 'on_id', name=op.f('uq_number_evidence_item_id_on_entity_on_id'))
    )
    with op.batch_alter_table('number_evidence', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_number_evidence_category_id'), ['category_id'], unique=False)
        batch_op.create_index('ix_number_evidence_on', ['on_entity', 'on_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_number_evidence_role_id'), ['role_id'], unique=False)

    op.create_table('response',
    sa.Column('item_id', sa.Integer(), nullable=False),
    sa.Column('informant_id', sa.Integer(), nullable=False),
    sa.Column('value', sa.Double(), nullable=True),
    sa.Column('words', sa.String(), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('guid', sa.String(), nullable=False),
    sa.ForeignKeyConstraint(['informant_id'], ['informant.id'], name=op.f('fk_response_informant_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['item_id'], ['item.id'], name=op.f('fk_response_item_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_response')),
    sa.UniqueConstraint('guid', name=op.f('uq_response_guid')),
    sa.UniqueConstraint('item_id', 'informant_id', name=op.f('uq_response_item_id_informant_id'))
    )
    with op.batch_alter_table('response', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_response_informant_id'), ['informant_id'], unique=False)

    op.create_table('rival_evidence',
    sa.Column('rival_id', sa.Integer(), nullable=False),
    sa.Column('excerpt_id', sa.Integer(), nullable=False),
    sa.Column('stance', sa.String(), nullable=False),
    sa.Column('note', sa.String(), nullable=False),
    sa.Column('coder_id', sa.Integer(), nullable=True),
    sa.Column('made_at', sa.DateTime(), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('guid', sa.String(), nullable=False),
    sa.ForeignKeyConstraint(['coder_id'], ['coder.id'], name=op.f('fk_rival_evidence_coder_id'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['excerpt_id'], ['excerpt.id'], name=op.f('fk_rival_evidence_excerpt_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['rival_id'], ['rival.id'], name=op.f('fk_rival_evidence_rival_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_rival_evidence')),
    sa.UniqueConstraint('guid', name=op.f('uq_rival_evidence_guid')),
    sa.UniqueConstraint('rival_id', 'excerpt_id', name=op.f('uq_rival_evidence_rival_id_excerpt_id'))
    )
    with op.batch_alter_table('rival_evidence', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_rival_evidence_excerpt_id'), ['excerpt_id'], unique=False)

    op.create_table('part_coding',
    sa.Column('attachment_id', sa.Integer(), nullable=False),
    sa.Column('part_id', sa.Integer(), nullable=True),
    sa.Column('code_id', sa.Integer(), nullable=False),
    sa.Column('coder_id', sa.Integer(), nullable=False),
    sa.Column('memo', sa.String(), nullable=False),
    sa.Column('made_at', sa.DateTime(), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('guid', sa.String(), nullable=False),
    sa.ForeignKeyConstraint(['attachment_id'], ['attachment.id'], name=op.f('fk_part_coding_attachment_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['code_id'], ['code.id'], name=op.f('fk_part_coding_code_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['coder_id'], ['coder.id'], name=op.f('fk_part_coding_coder_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['part_id'], ['attachment_part.id'], name=op.f('fk_part_coding_part_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_part_coding')),
    sa.UniqueConstraint('guid', name=op.f('uq_part_coding_guid'))
    )
    with op.batch_alter_table('part_coding', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_part_coding_attachment_id'), ['attachment_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_part_coding_code_id'), ['code_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_part_coding_coder_id'), ['coder_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_part_coding_part_id'), ['part_id'], unique=False)

    with op.batch_alter_table('excerpt', schema=None) as batch_op:
        batch_op.add_column(sa.Column('surprise', sa.Boolean(), server_default=sa.text('0'), nullable=False))

    with op.batch_alter_table('finding', schema=None) as batch_op:
        batch_op.add_column(sa.Column('confidence', sa.String(), server_default='', nullable=False))
        batch_op.add_column(sa.Column('confidence_note', sa.String(), server_default='', nullable=False))

    with op.batch_alter_table('coder', schema=None) as batch_op:
        batch_op.add_column(sa.Column('kind', sa.String(), server_default='researcher', nullable=False))

    for entity in COLUMNS:
        _images_gain_columns(entity)
