/** What the service is, in the form the national REST API profile asks for (VER.06). */
export const apiInfo = {
  apiName: 'Stegvis beräkningar',
  apiVersion: '1.0.0',
  apiReleased: '2026-11-22',
  apiDocumentation: '/api/v1/openapi.json',
  apiStatus: 'active',
} as const;
