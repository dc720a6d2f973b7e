-- Staff are found by the pinyin of their names too.
ALTER TABLE "account" ADD COLUMN "pinyin" TEXT NOT NULL DEFAULT '',
ADD COLUMN "initials" TEXT NOT NULL DEFAULT '';

-- The same grant is held once at a time.
ALTER TABLE "grant" ADD CONSTRAINT grant_once EXCLUDE USING gist (
  account_id WITH =, role WITH =, division_code WITH =,
  coalesce(firm_id, '00000000-0000-0000-0000-000000000000'::uuid) WITH =, tstzrange(valid_from, valid_to) WITH &&);

-- The lists every bureau starts with (packages/rules/src/taxonomy.ts, dictionaries.ts; a test compares them). Rows of the
-- division '' hold for all; a bureau's own row of the same code stands over them.
DO $$
BEGIN
  PERFORM set_config('sitai.viewer', '{"actorName": "系统", "act": "migrate", "requestId": "migrate"}', true);
  INSERT INTO dict_item (id, kind, code, label, position)
  SELECT gen_random_uuid(), kind::dict_kind, code, label, position FROM (VALUES
    ('TOPIC', 'LABOUR', '劳动争议', 10),
    ('TOPIC', 'DEMOLITION', '征地拆迁', 20),
    ('TOPIC', 'PROPERTY_MGMT', '物业', 30),
    ('TOPIC', 'HOUSING', '房产', 40),
    ('TOPIC', 'MARRIAGE_FAMILY', '婚姻家庭', 50),
    ('TOPIC', 'INHERITANCE', '继承', 60),
    ('TOPIC', 'CONTRACT_DEBT', '合同债务', 70),
    ('TOPIC', 'TRAFFIC', '交通事故', 80),
    ('TOPIC', 'WORK_INJURY', '工伤', 90),
    ('TOPIC', 'CONSUMER', '消费', 100),
    ('TOPIC', 'NEIGHBOUR', '相邻关系', 110),
    ('TOPIC', 'MEDICAL', '医疗', 120),
    ('TOPIC', 'ADMIN_DISPUTE', '行政争议', 130),
    ('TOPIC', 'LITIGATION_PETITION', '涉法涉诉', 140),
    ('TOPIC', 'CORPORATE', '公司/股权', 150),
    ('TOPIC', 'IP', '知识产权', 160),
    ('TOPIC', 'BANKRUPTCY', '破产重整', 170),
    ('TOPIC', 'TAX', '税务', 180),
    ('TOPIC', 'CRIMINAL', '刑事', 190),
    ('TOPIC', 'ELDER_SUPPORT', '赡养', 200),
    ('TOPIC', 'OTHER', '其他', 210),
    ('SERVICE_TYPE', 'CONSULTATION', '咨询', 10),
    ('SERVICE_TYPE', 'LECTURE', '讲座', 20),
    ('SERVICE_TYPE', 'MEDIATION', '调解', 30),
    ('SERVICE_TYPE', 'TRAINING', '培训骨干', 40),
    ('SERVICE_TYPE', 'LEAFLETS', '发放资料', 50),
    ('SERVICE_TYPE', 'AID_REFERRAL', '法援引导', 60),
    ('SERVICE_TYPE', 'DRAFTING', '代写文书', 70),
    ('SERVICE_TYPE', 'RULES', '完善制度', 80),
    ('SERVICE_TYPE', 'CONTRACT_REVIEW', '合同审查', 90),
    ('SERVICE_TYPE', 'SUGGESTION', '意见建议', 100),
    ('SERVICE_TYPE', 'RISK_CHECK', '风险排查', 110),
    ('SERVICE_TYPE', 'OTHER', '其他', 120),
    ('TERMINATION_GROUND', 'OWN_REQUEST', '本人申请', 10),
    ('TERMINATION_GROUND', 'COMMUNITY_REQUEST', '社区申请', 20),
    ('TERMINATION_GROUND', 'ASSESSMENT_FAILED', '考核不合格', 30),
    ('TERMINATION_GROUND', 'PRACTICE_ENDED', '停业', 40),
    ('TERMINATION_GROUND', 'OTHER', '其他', 50)
  ) AS t (kind, code, label, position)
  ON CONFLICT DO NOTHING;
  PERFORM set_config('sitai.viewer', '', true);
END $$;
