"""The workbench of reduction"""

import sqlalchemy as sa
from alembic import op

revision = '0002'
down_revision = '0001'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('form',
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('fields', sa.JSON(), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('guid', sa.String(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_form')),
    sa.UniqueConstraint('guid', name=op.f('uq_form_guid')),
    sa.UniqueConstraint('kind', name=op.f('uq_form_kind'))
    )
    op.create_table('pseudonym',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('replacement', sa.String(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_pseudonym')),
    sa.UniqueConstraint('name', name=op.f('uq_pseudonym_name'))
    )
    op.create_table('retrieval',
    sa.Column('title', sa.String(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('settings', sa.JSON(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('made_at', sa.DateTime(), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('guid', sa.String(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_retrieval')),
    sa.UniqueConstraint('guid', name=op.f('uq_retrieval_guid'))
    )
    op.create_table('word_lemma',
    sa.Column('word', sa.String(), nullable=False),
    sa.Column('language', sa.String(), nullable=False),
    sa.Column('lemma', sa.String(), nullable=False),
    sa.PrimaryKeyConstraint('word', 'language', name=op.f('pk_word_lemma')),
    info={'journalled': False}
    )
    with op.batch_alter_table('word_lemma', schema=None) as batch_op:
        batch_op.create_index('ix_word_lemma_lemma', ['lemma', 'language'], unique=False)

    op.create_table('account',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('question_id', sa.Integer(), nullable=False),
    sa.Column('site_id', sa.Integer(), nullable=False),
    sa.Column('state', sa.String(), nullable=False),
    sa.Column('note', sa.String(), nullable=False),
    sa.ForeignKeyConstraint(['question_id'], ['research_question.id'], name=op.f('fk_account_question_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['site_id'], ['site.id'], name=op.f('fk_account_site_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_account')),
    sa.UniqueConstraint('question_id', 'site_id', name=op.f('uq_account_question_id_site_id'))
    )
    with op.batch_alter_table('account', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_account_site_id'), ['site_id'], unique=False)

    op.create_table('summary',
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('on_entity', sa.String(), nullable=False),
    sa.Column('on_id', sa.Integer(), nullable=False),
    sa.Column('answers', sa.JSON(), nullable=False),
    sa.Column('coder_id', sa.Integer(), nullable=True),
    sa.Column('made_at', sa.DateTime(), nullable=False),
    sa.Column('changed_at', sa.DateTime(), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('guid', sa.String(), nullable=False),
    sa.ForeignKeyConstraint(['coder_id'], ['coder.id'], name=op.f('fk_summary_coder_id'), ondelete='SET NULL'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_summary')),
    sa.UniqueConstraint('guid', name=op.f('uq_summary_guid')),
    sa.UniqueConstraint('kind', 'on_entity', 'on_id', name=op.f('uq_summary_kind_on_entity_on_id'))
    )
    with op.batch_alter_table('summary', schema=None) as batch_op:
        batch_op.create_index('ix_summary_on', ['on_entity', 'on_id'], unique=False)

    op.create_table('text_edit',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('source_id', sa.Integer(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('removed', sa.String(), nullable=False),
    sa.Column('inserted', sa.String(), nullable=False),
    sa.Column('coder_id', sa.Integer(), nullable=True),
    sa.Column('made_at', sa.DateTime(), nullable=False),
    sa.ForeignKeyConstraint(['coder_id'], ['coder.id'], name=op.f('fk_text_edit_coder_id'), ondelete='SET NULL'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_text_edit'))
    )
    with op.batch_alter_table('text_edit', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_text_edit_source_id'), ['source_id'], unique=False)

    op.create_table('favourite_code',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('code_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['code_id'], ['code.id'], name=op.f('fk_favourite_code_code_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_favourite_code')),
    sa.UniqueConstraint('code_id', name=op.f('uq_favourite_code_code_id'))
    )
    op.create_table('memo_link',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('memo_id', sa.Integer(), nullable=False),
    sa.Column('to_entity', sa.String(), nullable=False),
    sa.Column('to_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['memo_id'], ['memo.id'], name=op.f('fk_memo_link_memo_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_memo_link')),
    sa.UniqueConstraint('memo_id', 'to_entity', 'to_id', name=op.f('uq_memo_link_memo_id_to_entity_to_id'))
    )
    with op.batch_alter_table('memo_link', schema=None) as batch_op:
        batch_op.create_index('ix_memo_link_to', ['to_entity', 'to_id'], unique=False)

    op.create_table('refusal',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('code_id', sa.Integer(), nullable=False),
    sa.Column('source_id', sa.Integer(), nullable=False),
    sa.Column('start', sa.Integer(), nullable=False),
    sa.Column('end', sa.Integer(), nullable=False),
    sa.Column('made_at', sa.DateTime(), nullable=False),
    sa.ForeignKeyConstraint(['code_id'], ['code.id'], name=op.f('fk_refusal_code_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['source_id'], ['source.id'], name=op.f('fk_refusal_source_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_refusal')),
    sa.UniqueConstraint('code_id', 'source_id', 'start', 'end', name=op.f('uq_refusal_code_id_source_id_start_end'))
    )
    with op.batch_alter_table('refusal', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_refusal_source_id'), ['source_id'], unique=False)

    for name in ('category', 'site', 'role', 'informant', 'code', 'finding'):
        with op.batch_alter_table(name, recreate='always', table_kwargs={'sqlite_autoincrement': True}):
            pass
