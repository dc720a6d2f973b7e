-- A search box over the 620,000 communities of the country: part of the name, the beginning of pinyin or initials.
-- Trigrams find three Chinese characters of a name, and a beginning of one letter or more; Prisma knows no prefix index of B-trees.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- CreateIndex
CREATE INDEX "community_name_idx" ON "community" USING GIN ("name" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "community_initials_idx" ON "community" USING GIN ("initials" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "community_pinyin_idx" ON "community" USING GIN ("pinyin" gin_trgm_ops);
