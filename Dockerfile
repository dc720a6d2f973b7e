# The whole product in one image: the API, and the SPA it serves. PostgreSQL is a service of its own (docker-compose.yml).
FROM node:24-slim AS build
WORKDIR /sitai
ENV CI=true
RUN npm install --global pnpm@12.20.0
COPY . .
RUN pnpm install --frozen-lockfile \
 && pnpm generate \
 && pnpm build

FROM node:24-slim
WORKDIR /sitai
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=4000 \
    SITAI_DATA_DIR=/data \
    SITAI_WEB_DIR=/sitai/apps/web/dist \
    SITAI_DOCUMENTS=/sitai/apps/web/generated/gql/persisted-documents.json \
    NODE_COMPILE_CACHE=/data/compile-cache
COPY --from=build --chown=node:node /sitai /sitai
RUN mkdir -p /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# The flags are those of tools/server.ts.
CMD ["node", "--min-semi-space-size=16", "--max-semi-space-size=16", "--max-old-space-size=512", "apps/api/dist/serve.js"]
