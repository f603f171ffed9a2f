// Made by layers/contracts/generate/main.ts from openapi.json and suite.schema.json. Change those.
import { codePointLength, equalJson, joinErrors } from '../validator-runtime.ts';

export const validateCursorParameter = validate10;
const schema11 = { type: 'string', pattern: '^[A-Za-z0-9_=-]{1,2000}$', $id: 'validateCursorParameter' };
const pattern0 = /* @__PURE__ */ new RegExp('^[A-Za-z0-9_=-]{1,2000}$', 'u');

function validate10(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="validateCursorParameter" */ let vErrors = null;
  let errors = 0;
  if (typeof data === 'string') {
    if (!pattern0.test(data)) {
      const err0 = {
        instancePath,
        schemaPath: '#/pattern',
        keyword: 'pattern',
        params: { pattern: '^[A-Za-z0-9_=-]{1,2000}$' },
        schema: '^[A-Za-z0-9_=-]{1,2000}$',
        parentSchema: schema11,
        data,
      };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'string' },
      schema: schema11.type,
      parentSchema: schema11,
      data,
    };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate10.errors = vErrors;
  return errors === 0;
}

export const validateEnvironmentParameter = validate11;
const schema12 = { $ref: 'Id', $id: 'validateEnvironmentParameter' };
const schema13 = { type: 'string', pattern: '^[a-z0-9][a-z0-9-]{0,62}$', $id: 'Id' };
const pattern1 = /* @__PURE__ */ new RegExp('^[a-z0-9][a-z0-9-]{0,62}$', 'u');

function validate11(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="validateEnvironmentParameter" */ let vErrors = null;
  let errors = 0;
  if (typeof data === 'string') {
    if (!pattern1.test(data)) {
      const err0 = {
        instancePath,
        schemaPath: 'Id/pattern',
        keyword: 'pattern',
        params: { pattern: '^[a-z0-9][a-z0-9-]{0,62}$' },
        schema: '^[a-z0-9][a-z0-9-]{0,62}$',
        parentSchema: schema13,
        data,
      };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = {
      instancePath,
      schemaPath: 'Id/type',
      keyword: 'type',
      params: { type: 'string' },
      schema: schema13.type,
      parentSchema: schema13,
      data,
    };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate11.errors = vErrors;
  return errors === 0;
}

export const validateEnvironmentRequest = validate12;
const schema14 = { $ref: 'EnvironmentRequest', $id: 'validateEnvironmentRequest' };
const schema15 = {
  type: 'object',
  additionalProperties: false,
  required: ['targets'],
  properties: {
    name: { $ref: 'Id' },
    description: { type: 'string', maxLength: 2000 },
    messages: {
      type: 'object',
      additionalProperties: false,
      properties: {
        queues: {
          type: 'array',
          maxItems: 50,
          items: { type: 'string', pattern: '^arn:aws[a-z-]*:sqs:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_.-]{1,256}$' },
        },
        topics: {
          type: 'array',
          maxItems: 50,
          items: { type: 'string', pattern: '^arn:aws[a-z-]*:sns:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_.-]{1,256}$' },
        },
        buses: {
          type: 'array',
          maxItems: 50,
          items: {
            type: 'string',
            pattern: '^arn:aws[a-z-]*:events:[a-z0-9-]+:[0-9]{12}:event-bus/[A-Za-z0-9_.-]{1,256}$',
          },
        },
      },
    },
    resourceTtlHours: { type: 'integer', minimum: 1, maximum: 720 },
    productionLike: { type: 'boolean' },
    targets: {
      type: 'object',
      required: ['default'],
      minProperties: 1,
      maxProperties: 20,
      propertyNames: { pattern: '^[a-z0-9][a-z0-9-]{0,62}$' },
      additionalProperties: { $ref: 'TargetUrl' },
    },
    allowHosts: { type: 'array', items: { $ref: 'HostName' }, maxItems: 50 },
    variables: {
      type: 'object',
      maxProperties: 200,
      propertyNames: { pattern: '^[A-Za-z_][A-Za-z0-9_.-]{0,99}$' },
      additionalProperties: true,
    },
    secrets: {
      type: 'object',
      maxProperties: 50,
      propertyNames: { pattern: '^[A-Za-z_][A-Za-z0-9_.-]{0,99}$' },
      additionalProperties: {
        type: 'object',
        additionalProperties: false,
        required: ['ref', 'hosts'],
        properties: {
          ref: { type: 'string', minLength: 1, maxLength: 2048 },
          hosts: { type: 'array', items: { $ref: 'HostName' }, minItems: 1, maxItems: 20 },
        },
      },
    },
    health: {
      type: 'object',
      additionalProperties: false,
      required: ['path'],
      properties: {
        path: { type: 'string', pattern: '^/', maxLength: 1000 },
        tries: { type: 'integer', minimum: 1, maximum: 10 },
        timeoutMs: { type: 'integer', minimum: 100, maximum: 30000 },
        expectStatus: { type: 'integer', minimum: 100, maximum: 599 },
      },
    },
    http: { type: 'string', enum: ['1.1', '2', 'auto'] },
    tls: {
      type: 'object',
      additionalProperties: false,
      required: [],
      properties: {
        clientCertificate: {
          type: 'object',
          additionalProperties: false,
          required: ['certificate', 'key'],
          properties: {
            certificate: { type: 'string', pattern: '^[A-Za-z_][A-Za-z0-9_.-]{0,99}$' },
            key: { type: 'string', pattern: '^[A-Za-z_][A-Za-z0-9_.-]{0,99}$' },
            passphrase: { type: 'string', pattern: '^[A-Za-z_][A-Za-z0-9_.-]{0,99}$' },
          },
        },
        ca: { type: 'array', items: { type: 'string', minLength: 1, maxLength: 20000 }, minItems: 1, maxItems: 20 },
      },
    },
    proxy: {
      type: 'object',
      additionalProperties: false,
      required: ['url'],
      properties: {
        url: { type: 'string', minLength: 1, maxLength: 300 },
        noProxy: { type: 'array', items: { type: 'string', pattern: '^[^\\s/,]+$', maxLength: 260 }, maxItems: 50 },
        credentials: {
          type: 'object',
          additionalProperties: false,
          required: ['username', 'password'],
          properties: {
            username: { type: 'string', pattern: '^[A-Za-z_][A-Za-z0-9_.-]{0,99}$' },
            password: { type: 'string', pattern: '^[A-Za-z_][A-Za-z0-9_.-]{0,99}$' },
          },
        },
      },
    },
    limits: {
      type: 'object',
      additionalProperties: false,
      properties: {
        rps: { type: 'number', exclusiveMinimum: 0 },
        users: { type: 'integer', minimum: 1 },
        minutes: { type: 'number', exclusiveMinimum: 0 },
        runs: { type: 'integer', minimum: 1 },
      },
    },
    allowedCapabilities: { type: 'array', items: { $ref: 'Capability' }, uniqueItems: true, maxItems: 6 },
    capture: {
      type: ['string', 'object'],
      allOf: [
        { if: { type: 'string' }, then: { type: 'string', enum: ['masked', 'none'] } },
        {
          if: { type: 'object' },
          then: {
            type: 'object',
            additionalProperties: false,
            required: ['allowlist'],
            properties: {
              allowlist: { type: 'array', items: { type: 'string', minLength: 1, maxLength: 200 }, maxItems: 200 },
            },
          },
        },
      ],
    },
  },
  $id: 'EnvironmentRequest',
};
const schema17 = { type: 'string', pattern: '^https?://[^\\s/?#@]+(/[^\\s?#]*)?$', maxLength: 2000, $id: 'TargetUrl' };
const schema18 = { type: 'string', pattern: '^[^\\s/?#@]{1,255}$', $id: 'HostName' };
const schema20 = {
  type: 'string',
  enum: ['functional', 'contract', 'performance', 'security', 'resilience', 'data-quality'],
  $id: 'Capability',
};
const func2 = Object.prototype.hasOwnProperty;
const func3 = codePointLength;
const func0 = equalJson;
const pattern3 = /* @__PURE__ */ new RegExp('^arn:aws[a-z-]*:sqs:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_.-]{1,256}$', 'u');
const pattern4 = /* @__PURE__ */ new RegExp('^arn:aws[a-z-]*:sns:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_.-]{1,256}$', 'u');
const pattern5 = /* @__PURE__ */ new RegExp(
  '^arn:aws[a-z-]*:events:[a-z0-9-]+:[0-9]{12}:event-bus/[A-Za-z0-9_.-]{1,256}$',
  'u',
);
const pattern7 = /* @__PURE__ */ new RegExp('^https?://[^\\s/?#@]+(/[^\\s?#]*)?$', 'u');
const pattern8 = /* @__PURE__ */ new RegExp('^[^\\s/?#@]{1,255}$', 'u');
const pattern9 = /* @__PURE__ */ new RegExp('^[A-Za-z_][A-Za-z0-9_.-]{0,99}$', 'u');
const pattern12 = /* @__PURE__ */ new RegExp('^/', 'u');
const pattern16 = /* @__PURE__ */ new RegExp('^[^\\s/,]+$', 'u');

function validate13(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="EnvironmentRequest" */ let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.targets === undefined) {
      const err0 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'targets' },
        schema: schema15.required,
        parentSchema: schema15,
        data,
      };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!func2.call(schema15.properties, key0)) {
        const err1 = {
          instancePath,
          schemaPath: '#/additionalProperties',
          keyword: 'additionalProperties',
          params: { additionalProperty: key0 },
          schema: false,
          parentSchema: schema15,
          data,
        };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.name !== undefined) {
      let data0 = data.name;
      if (typeof data0 === 'string') {
        if (!pattern1.test(data0)) {
          const err2 = {
            instancePath: instancePath + '/name',
            schemaPath: 'Id/pattern',
            keyword: 'pattern',
            params: { pattern: '^[a-z0-9][a-z0-9-]{0,62}$' },
            schema: '^[a-z0-9][a-z0-9-]{0,62}$',
            parentSchema: schema13,
            data: data0,
          };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      } else {
        const err3 = {
          instancePath: instancePath + '/name',
          schemaPath: 'Id/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema13.type,
          parentSchema: schema13,
          data: data0,
        };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.description !== undefined) {
      let data1 = data.description;
      if (typeof data1 === 'string') {
        if (func3(data1) > 2000) {
          const err4 = {
            instancePath: instancePath + '/description',
            schemaPath: '#/properties/description/maxLength',
            keyword: 'maxLength',
            params: { limit: 2000 },
            schema: 2000,
            parentSchema: schema15.properties.description,
            data: data1,
          };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = {
          instancePath: instancePath + '/description',
          schemaPath: '#/properties/description/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema15.properties.description.type,
          parentSchema: schema15.properties.description,
          data: data1,
        };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.messages !== undefined) {
      let data2 = data.messages;
      if (data2 && typeof data2 == 'object' && !Array.isArray(data2)) {
        for (const key1 in data2) {
          if (!(key1 === 'queues' || key1 === 'topics' || key1 === 'buses')) {
            const err6 = {
              instancePath: instancePath + '/messages',
              schemaPath: '#/properties/messages/additionalProperties',
              keyword: 'additionalProperties',
              params: { additionalProperty: key1 },
              schema: false,
              parentSchema: schema15.properties.messages,
              data: data2,
            };
            if (vErrors === null) {
              vErrors = [err6];
            } else {
              vErrors.push(err6);
            }
            errors++;
          }
        }
        if (data2.queues !== undefined) {
          let data3 = data2.queues;
          if (Array.isArray(data3)) {
            if (data3.length > 50) {
              const err7 = {
                instancePath: instancePath + '/messages/queues',
                schemaPath: '#/properties/messages/properties/queues/maxItems',
                keyword: 'maxItems',
                params: { limit: 50 },
                schema: 50,
                parentSchema: schema15.properties.messages.properties.queues,
                data: data3,
              };
              if (vErrors === null) {
                vErrors = [err7];
              } else {
                vErrors.push(err7);
              }
              errors++;
            }
            const len0 = data3.length;
            for (let i0 = 0; i0 < len0; i0++) {
              let data4 = data3[i0];
              if (typeof data4 === 'string') {
                if (!pattern3.test(data4)) {
                  const err8 = {
                    instancePath: instancePath + '/messages/queues/' + i0,
                    schemaPath: '#/properties/messages/properties/queues/items/pattern',
                    keyword: 'pattern',
                    params: { pattern: '^arn:aws[a-z-]*:sqs:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_.-]{1,256}$' },
                    schema: '^arn:aws[a-z-]*:sqs:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_.-]{1,256}$',
                    parentSchema: schema15.properties.messages.properties.queues.items,
                    data: data4,
                  };
                  if (vErrors === null) {
                    vErrors = [err8];
                  } else {
                    vErrors.push(err8);
                  }
                  errors++;
                }
              } else {
                const err9 = {
                  instancePath: instancePath + '/messages/queues/' + i0,
                  schemaPath: '#/properties/messages/properties/queues/items/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  schema: schema15.properties.messages.properties.queues.items.type,
                  parentSchema: schema15.properties.messages.properties.queues.items,
                  data: data4,
                };
                if (vErrors === null) {
                  vErrors = [err9];
                } else {
                  vErrors.push(err9);
                }
                errors++;
              }
            }
          } else {
            const err10 = {
              instancePath: instancePath + '/messages/queues',
              schemaPath: '#/properties/messages/properties/queues/type',
              keyword: 'type',
              params: { type: 'array' },
              schema: schema15.properties.messages.properties.queues.type,
              parentSchema: schema15.properties.messages.properties.queues,
              data: data3,
            };
            if (vErrors === null) {
              vErrors = [err10];
            } else {
              vErrors.push(err10);
            }
            errors++;
          }
        }
        if (data2.topics !== undefined) {
          let data5 = data2.topics;
          if (Array.isArray(data5)) {
            if (data5.length > 50) {
              const err11 = {
                instancePath: instancePath + '/messages/topics',
                schemaPath: '#/properties/messages/properties/topics/maxItems',
                keyword: 'maxItems',
                params: { limit: 50 },
                schema: 50,
                parentSchema: schema15.properties.messages.properties.topics,
                data: data5,
              };
              if (vErrors === null) {
                vErrors = [err11];
              } else {
                vErrors.push(err11);
              }
              errors++;
            }
            const len1 = data5.length;
            for (let i1 = 0; i1 < len1; i1++) {
              let data6 = data5[i1];
              if (typeof data6 === 'string') {
                if (!pattern4.test(data6)) {
                  const err12 = {
                    instancePath: instancePath + '/messages/topics/' + i1,
                    schemaPath: '#/properties/messages/properties/topics/items/pattern',
                    keyword: 'pattern',
                    params: { pattern: '^arn:aws[a-z-]*:sns:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_.-]{1,256}$' },
                    schema: '^arn:aws[a-z-]*:sns:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_.-]{1,256}$',
                    parentSchema: schema15.properties.messages.properties.topics.items,
                    data: data6,
                  };
                  if (vErrors === null) {
                    vErrors = [err12];
                  } else {
                    vErrors.push(err12);
                  }
                  errors++;
                }
              } else {
                const err13 = {
                  instancePath: instancePath + '/messages/topics/' + i1,
                  schemaPath: '#/properties/messages/properties/topics/items/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  schema: schema15.properties.messages.properties.topics.items.type,
                  parentSchema: schema15.properties.messages.properties.topics.items,
                  data: data6,
                };
                if (vErrors === null) {
                  vErrors = [err13];
                } else {
                  vErrors.push(err13);
                }
                errors++;
              }
            }
          } else {
            const err14 = {
              instancePath: instancePath + '/messages/topics',
              schemaPath: '#/properties/messages/properties/topics/type',
              keyword: 'type',
              params: { type: 'array' },
              schema: schema15.properties.messages.properties.topics.type,
              parentSchema: schema15.properties.messages.properties.topics,
              data: data5,
            };
            if (vErrors === null) {
              vErrors = [err14];
            } else {
              vErrors.push(err14);
            }
            errors++;
          }
        }
        if (data2.buses !== undefined) {
          let data7 = data2.buses;
          if (Array.isArray(data7)) {
            if (data7.length > 50) {
              const err15 = {
                instancePath: instancePath + '/messages/buses',
                schemaPath: '#/properties/messages/properties/buses/maxItems',
                keyword: 'maxItems',
                params: { limit: 50 },
                schema: 50,
                parentSchema: schema15.properties.messages.properties.buses,
                data: data7,
              };
              if (vErrors === null) {
                vErrors = [err15];
              } else {
                vErrors.push(err15);
              }
              errors++;
            }
            const len2 = data7.length;
            for (let i2 = 0; i2 < len2; i2++) {
              let data8 = data7[i2];
              if (typeof data8 === 'string') {
                if (!pattern5.test(data8)) {
                  const err16 = {
                    instancePath: instancePath + '/messages/buses/' + i2,
                    schemaPath: '#/properties/messages/properties/buses/items/pattern',
                    keyword: 'pattern',
                    params: { pattern: '^arn:aws[a-z-]*:events:[a-z0-9-]+:[0-9]{12}:event-bus/[A-Za-z0-9_.-]{1,256}$' },
                    schema: '^arn:aws[a-z-]*:events:[a-z0-9-]+:[0-9]{12}:event-bus/[A-Za-z0-9_.-]{1,256}$',
                    parentSchema: schema15.properties.messages.properties.buses.items,
                    data: data8,
                  };
                  if (vErrors === null) {
                    vErrors = [err16];
                  } else {
                    vErrors.push(err16);
                  }
                  errors++;
                }
              } else {
                const err17 = {
                  instancePath: instancePath + '/messages/buses/' + i2,
                  schemaPath: '#/properties/messages/properties/buses/items/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  schema: schema15.properties.messages.properties.buses.items.type,
                  parentSchema: schema15.properties.messages.properties.buses.items,
                  data: data8,
                };
                if (vErrors === null) {
                  vErrors = [err17];
                } else {
                  vErrors.push(err17);
                }
                errors++;
              }
            }
          } else {
            const err18 = {
              instancePath: instancePath + '/messages/buses',
              schemaPath: '#/properties/messages/properties/buses/type',
              keyword: 'type',
              params: { type: 'array' },
              schema: schema15.properties.messages.properties.buses.type,
              parentSchema: schema15.properties.messages.properties.buses,
              data: data7,
            };
            if (vErrors === null) {
              vErrors = [err18];
            } else {
              vErrors.push(err18);
            }
            errors++;
          }
        }
      } else {
        const err19 = {
          instancePath: instancePath + '/messages',
          schemaPath: '#/properties/messages/type',
          keyword: 'type',
          params: { type: 'object' },
          schema: schema15.properties.messages.type,
          parentSchema: schema15.properties.messages,
          data: data2,
        };
        if (vErrors === null) {
          vErrors = [err19];
        } else {
          vErrors.push(err19);
        }
        errors++;
      }
    }
    if (data.resourceTtlHours !== undefined) {
      let data9 = data.resourceTtlHours;
      if (!(typeof data9 == 'number' && !(data9 % 1) && !isNaN(data9) && isFinite(data9))) {
        const err20 = {
          instancePath: instancePath + '/resourceTtlHours',
          schemaPath: '#/properties/resourceTtlHours/type',
          keyword: 'type',
          params: { type: 'integer' },
          schema: schema15.properties.resourceTtlHours.type,
          parentSchema: schema15.properties.resourceTtlHours,
          data: data9,
        };
        if (vErrors === null) {
          vErrors = [err20];
        } else {
          vErrors.push(err20);
        }
        errors++;
      }
      if (typeof data9 == 'number' && isFinite(data9)) {
        if (data9 > 720 || isNaN(data9)) {
          const err21 = {
            instancePath: instancePath + '/resourceTtlHours',
            schemaPath: '#/properties/resourceTtlHours/maximum',
            keyword: 'maximum',
            params: { comparison: '<=', limit: 720 },
            schema: 720,
            parentSchema: schema15.properties.resourceTtlHours,
            data: data9,
          };
          if (vErrors === null) {
            vErrors = [err21];
          } else {
            vErrors.push(err21);
          }
          errors++;
        }
        if (data9 < 1 || isNaN(data9)) {
          const err22 = {
            instancePath: instancePath + '/resourceTtlHours',
            schemaPath: '#/properties/resourceTtlHours/minimum',
            keyword: 'minimum',
            params: { comparison: '>=', limit: 1 },
            schema: 1,
            parentSchema: schema15.properties.resourceTtlHours,
            data: data9,
          };
          if (vErrors === null) {
            vErrors = [err22];
          } else {
            vErrors.push(err22);
          }
          errors++;
        }
      }
    }
    if (data.productionLike !== undefined) {
      let data10 = data.productionLike;
      if (typeof data10 !== 'boolean') {
        const err23 = {
          instancePath: instancePath + '/productionLike',
          schemaPath: '#/properties/productionLike/type',
          keyword: 'type',
          params: { type: 'boolean' },
          schema: schema15.properties.productionLike.type,
          parentSchema: schema15.properties.productionLike,
          data: data10,
        };
        if (vErrors === null) {
          vErrors = [err23];
        } else {
          vErrors.push(err23);
        }
        errors++;
      }
    }
    if (data.targets !== undefined) {
      let data11 = data.targets;
      if (data11 && typeof data11 == 'object' && !Array.isArray(data11)) {
        if (Object.keys(data11).length > 20) {
          const err24 = {
            instancePath: instancePath + '/targets',
            schemaPath: '#/properties/targets/maxProperties',
            keyword: 'maxProperties',
            params: { limit: 20 },
            schema: 20,
            parentSchema: schema15.properties.targets,
            data: data11,
          };
          if (vErrors === null) {
            vErrors = [err24];
          } else {
            vErrors.push(err24);
          }
          errors++;
        }
        if (Object.keys(data11).length < 1) {
          const err25 = {
            instancePath: instancePath + '/targets',
            schemaPath: '#/properties/targets/minProperties',
            keyword: 'minProperties',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema15.properties.targets,
            data: data11,
          };
          if (vErrors === null) {
            vErrors = [err25];
          } else {
            vErrors.push(err25);
          }
          errors++;
        }
        if (data11.default === undefined) {
          const err26 = {
            instancePath: instancePath + '/targets',
            schemaPath: '#/properties/targets/required',
            keyword: 'required',
            params: { missingProperty: 'default' },
            schema: schema15.properties.targets.required,
            parentSchema: schema15.properties.targets,
            data: data11,
          };
          if (vErrors === null) {
            vErrors = [err26];
          } else {
            vErrors.push(err26);
          }
          errors++;
        }
        for (const key2 in data11) {
          const _errs28 = errors;
          if (typeof key2 === 'string') {
            if (!pattern1.test(key2)) {
              const err27 = {
                instancePath: instancePath + '/targets',
                schemaPath: '#/properties/targets/propertyNames/pattern',
                keyword: 'pattern',
                params: { pattern: '^[a-z0-9][a-z0-9-]{0,62}$' },
                schema: '^[a-z0-9][a-z0-9-]{0,62}$',
                parentSchema: schema15.properties.targets.propertyNames,
                data: key2,
                propertyName: key2,
              };
              if (vErrors === null) {
                vErrors = [err27];
              } else {
                vErrors.push(err27);
              }
              errors++;
            }
          }
          var valid9 = _errs28 === errors;
          if (!valid9) {
            const err28 = {
              instancePath: instancePath + '/targets',
              schemaPath: '#/properties/targets/propertyNames',
              keyword: 'propertyNames',
              params: { propertyName: key2 },
              schema: schema15.properties.targets.propertyNames,
              parentSchema: schema15.properties.targets,
              data: data11,
            };
            if (vErrors === null) {
              vErrors = [err28];
            } else {
              vErrors.push(err28);
            }
            errors++;
          }
        }
        for (const key3 in data11) {
          let data12 = data11[key3];
          if (typeof data12 === 'string') {
            if (func3(data12) > 2000) {
              const err29 = {
                instancePath: instancePath + '/targets/' + key3.replace(/~/g, '~0').replace(/\//g, '~1'),
                schemaPath: 'TargetUrl/maxLength',
                keyword: 'maxLength',
                params: { limit: 2000 },
                schema: 2000,
                parentSchema: schema17,
                data: data12,
              };
              if (vErrors === null) {
                vErrors = [err29];
              } else {
                vErrors.push(err29);
              }
              errors++;
            }
            if (!pattern7.test(data12)) {
              const err30 = {
                instancePath: instancePath + '/targets/' + key3.replace(/~/g, '~0').replace(/\//g, '~1'),
                schemaPath: 'TargetUrl/pattern',
                keyword: 'pattern',
                params: { pattern: '^https?://[^\\s/?#@]+(/[^\\s?#]*)?$' },
                schema: '^https?://[^\\s/?#@]+(/[^\\s?#]*)?$',
                parentSchema: schema17,
                data: data12,
              };
              if (vErrors === null) {
                vErrors = [err30];
              } else {
                vErrors.push(err30);
              }
              errors++;
            }
          } else {
            const err31 = {
              instancePath: instancePath + '/targets/' + key3.replace(/~/g, '~0').replace(/\//g, '~1'),
              schemaPath: 'TargetUrl/type',
              keyword: 'type',
              params: { type: 'string' },
              schema: schema17.type,
              parentSchema: schema17,
              data: data12,
            };
            if (vErrors === null) {
              vErrors = [err31];
            } else {
              vErrors.push(err31);
            }
            errors++;
          }
        }
      } else {
        const err32 = {
          instancePath: instancePath + '/targets',
          schemaPath: '#/properties/targets/type',
          keyword: 'type',
          params: { type: 'object' },
          schema: schema15.properties.targets.type,
          parentSchema: schema15.properties.targets,
          data: data11,
        };
        if (vErrors === null) {
          vErrors = [err32];
        } else {
          vErrors.push(err32);
        }
        errors++;
      }
    }
    if (data.allowHosts !== undefined) {
      let data13 = data.allowHosts;
      if (Array.isArray(data13)) {
        if (data13.length > 50) {
          const err33 = {
            instancePath: instancePath + '/allowHosts',
            schemaPath: '#/properties/allowHosts/maxItems',
            keyword: 'maxItems',
            params: { limit: 50 },
            schema: 50,
            parentSchema: schema15.properties.allowHosts,
            data: data13,
          };
          if (vErrors === null) {
            vErrors = [err33];
          } else {
            vErrors.push(err33);
          }
          errors++;
        }
        const len3 = data13.length;
        for (let i3 = 0; i3 < len3; i3++) {
          let data14 = data13[i3];
          if (typeof data14 === 'string') {
            if (!pattern8.test(data14)) {
              const err34 = {
                instancePath: instancePath + '/allowHosts/' + i3,
                schemaPath: 'HostName/pattern',
                keyword: 'pattern',
                params: { pattern: '^[^\\s/?#@]{1,255}$' },
                schema: '^[^\\s/?#@]{1,255}$',
                parentSchema: schema18,
                data: data14,
              };
              if (vErrors === null) {
                vErrors = [err34];
              } else {
                vErrors.push(err34);
              }
              errors++;
            }
          } else {
            const err35 = {
              instancePath: instancePath + '/allowHosts/' + i3,
              schemaPath: 'HostName/type',
              keyword: 'type',
              params: { type: 'string' },
              schema: schema18.type,
              parentSchema: schema18,
              data: data14,
            };
            if (vErrors === null) {
              vErrors = [err35];
            } else {
              vErrors.push(err35);
            }
            errors++;
          }
        }
      } else {
        const err36 = {
          instancePath: instancePath + '/allowHosts',
          schemaPath: '#/properties/allowHosts/type',
          keyword: 'type',
          params: { type: 'array' },
          schema: schema15.properties.allowHosts.type,
          parentSchema: schema15.properties.allowHosts,
          data: data13,
        };
        if (vErrors === null) {
          vErrors = [err36];
        } else {
          vErrors.push(err36);
        }
        errors++;
      }
    }
    if (data.variables !== undefined) {
      let data15 = data.variables;
      if (data15 && typeof data15 == 'object' && !Array.isArray(data15)) {
        if (Object.keys(data15).length > 200) {
          const err37 = {
            instancePath: instancePath + '/variables',
            schemaPath: '#/properties/variables/maxProperties',
            keyword: 'maxProperties',
            params: { limit: 200 },
            schema: 200,
            parentSchema: schema15.properties.variables,
            data: data15,
          };
          if (vErrors === null) {
            vErrors = [err37];
          } else {
            vErrors.push(err37);
          }
          errors++;
        }
        for (const key4 in data15) {
          const _errs40 = errors;
          if (typeof key4 === 'string') {
            if (!pattern9.test(key4)) {
              const err38 = {
                instancePath: instancePath + '/variables',
                schemaPath: '#/properties/variables/propertyNames/pattern',
                keyword: 'pattern',
                params: { pattern: '^[A-Za-z_][A-Za-z0-9_.-]{0,99}$' },
                schema: '^[A-Za-z_][A-Za-z0-9_.-]{0,99}$',
                parentSchema: schema15.properties.variables.propertyNames,
                data: key4,
                propertyName: key4,
              };
              if (vErrors === null) {
                vErrors = [err38];
              } else {
                vErrors.push(err38);
              }
              errors++;
            }
          }
          var valid15 = _errs40 === errors;
          if (!valid15) {
            const err39 = {
              instancePath: instancePath + '/variables',
              schemaPath: '#/properties/variables/propertyNames',
              keyword: 'propertyNames',
              params: { propertyName: key4 },
              schema: schema15.properties.variables.propertyNames,
              parentSchema: schema15.properties.variables,
              data: data15,
            };
            if (vErrors === null) {
              vErrors = [err39];
            } else {
              vErrors.push(err39);
            }
            errors++;
          }
        }
      } else {
        const err40 = {
          instancePath: instancePath + '/variables',
          schemaPath: '#/properties/variables/type',
          keyword: 'type',
          params: { type: 'object' },
          schema: schema15.properties.variables.type,
          parentSchema: schema15.properties.variables,
          data: data15,
        };
        if (vErrors === null) {
          vErrors = [err40];
        } else {
          vErrors.push(err40);
        }
        errors++;
      }
    }
    if (data.secrets !== undefined) {
      let data16 = data.secrets;
      if (data16 && typeof data16 == 'object' && !Array.isArray(data16)) {
        if (Object.keys(data16).length > 50) {
          const err41 = {
            instancePath: instancePath + '/secrets',
            schemaPath: '#/properties/secrets/maxProperties',
            keyword: 'maxProperties',
            params: { limit: 50 },
            schema: 50,
            parentSchema: schema15.properties.secrets,
            data: data16,
          };
          if (vErrors === null) {
            vErrors = [err41];
          } else {
            vErrors.push(err41);
          }
          errors++;
        }
        for (const key5 in data16) {
          const _errs44 = errors;
          if (typeof key5 === 'string') {
            if (!pattern9.test(key5)) {
              const err42 = {
                instancePath: instancePath + '/secrets',
                schemaPath: '#/properties/secrets/propertyNames/pattern',
                keyword: 'pattern',
                params: { pattern: '^[A-Za-z_][A-Za-z0-9_.-]{0,99}$' },
                schema: '^[A-Za-z_][A-Za-z0-9_.-]{0,99}$',
                parentSchema: schema15.properties.secrets.propertyNames,
                data: key5,
                propertyName: key5,
              };
              if (vErrors === null) {
                vErrors = [err42];
              } else {
                vErrors.push(err42);
              }
              errors++;
            }
          }
          var valid16 = _errs44 === errors;
          if (!valid16) {
            const err43 = {
              instancePath: instancePath + '/secrets',
              schemaPath: '#/properties/secrets/propertyNames',
              keyword: 'propertyNames',
              params: { propertyName: key5 },
              schema: schema15.properties.secrets.propertyNames,
              parentSchema: schema15.properties.secrets,
              data: data16,
            };
            if (vErrors === null) {
              vErrors = [err43];
            } else {
              vErrors.push(err43);
            }
            errors++;
          }
        }
        for (const key6 in data16) {
          let data17 = data16[key6];
          if (data17 && typeof data17 == 'object' && !Array.isArray(data17)) {
            if (data17.ref === undefined) {
              const err44 = {
                instancePath: instancePath + '/secrets/' + key6.replace(/~/g, '~0').replace(/\//g, '~1'),
                schemaPath: '#/properties/secrets/additionalProperties/required',
                keyword: 'required',
                params: { missingProperty: 'ref' },
                schema: schema15.properties.secrets.additionalProperties.required,
                parentSchema: schema15.properties.secrets.additionalProperties,
                data: data17,
              };
              if (vErrors === null) {
                vErrors = [err44];
              } else {
                vErrors.push(err44);
              }
              errors++;
            }
            if (data17.hosts === undefined) {
              const err45 = {
                instancePath: instancePath + '/secrets/' + key6.replace(/~/g, '~0').replace(/\//g, '~1'),
                schemaPath: '#/properties/secrets/additionalProperties/required',
                keyword: 'required',
                params: { missingProperty: 'hosts' },
                schema: schema15.properties.secrets.additionalProperties.required,
                parentSchema: schema15.properties.secrets.additionalProperties,
                data: data17,
              };
              if (vErrors === null) {
                vErrors = [err45];
              } else {
                vErrors.push(err45);
              }
              errors++;
            }
            for (const key7 in data17) {
              if (!(key7 === 'ref' || key7 === 'hosts')) {
                const err46 = {
                  instancePath: instancePath + '/secrets/' + key6.replace(/~/g, '~0').replace(/\//g, '~1'),
                  schemaPath: '#/properties/secrets/additionalProperties/additionalProperties',
                  keyword: 'additionalProperties',
                  params: { additionalProperty: key7 },
                  schema: false,
                  parentSchema: schema15.properties.secrets.additionalProperties,
                  data: data17,
                };
                if (vErrors === null) {
                  vErrors = [err46];
                } else {
                  vErrors.push(err46);
                }
                errors++;
              }
            }
            if (data17.ref !== undefined) {
              let data18 = data17.ref;
              if (typeof data18 === 'string') {
                if (func3(data18) > 2048) {
                  const err47 = {
                    instancePath: instancePath + '/secrets/' + key6.replace(/~/g, '~0').replace(/\//g, '~1') + '/ref',
                    schemaPath: '#/properties/secrets/additionalProperties/properties/ref/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 2048 },
                    schema: 2048,
                    parentSchema: schema15.properties.secrets.additionalProperties.properties.ref,
                    data: data18,
                  };
                  if (vErrors === null) {
                    vErrors = [err47];
                  } else {
                    vErrors.push(err47);
                  }
                  errors++;
                }
                if (func3(data18) < 1) {
                  const err48 = {
                    instancePath: instancePath + '/secrets/' + key6.replace(/~/g, '~0').replace(/\//g, '~1') + '/ref',
                    schemaPath: '#/properties/secrets/additionalProperties/properties/ref/minLength',
                    keyword: 'minLength',
                    params: { limit: 1 },
                    schema: 1,
                    parentSchema: schema15.properties.secrets.additionalProperties.properties.ref,
                    data: data18,
                  };
                  if (vErrors === null) {
                    vErrors = [err48];
                  } else {
                    vErrors.push(err48);
                  }
                  errors++;
                }
              } else {
                const err49 = {
                  instancePath: instancePath + '/secrets/' + key6.replace(/~/g, '~0').replace(/\//g, '~1') + '/ref',
                  schemaPath: '#/properties/secrets/additionalProperties/properties/ref/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  schema: schema15.properties.secrets.additionalProperties.properties.ref.type,
                  parentSchema: schema15.properties.secrets.additionalProperties.properties.ref,
                  data: data18,
                };
                if (vErrors === null) {
                  vErrors = [err49];
                } else {
                  vErrors.push(err49);
                }
                errors++;
              }
            }
            if (data17.hosts !== undefined) {
              let data19 = data17.hosts;
              if (Array.isArray(data19)) {
                if (data19.length > 20) {
                  const err50 = {
                    instancePath: instancePath + '/secrets/' + key6.replace(/~/g, '~0').replace(/\//g, '~1') + '/hosts',
                    schemaPath: '#/properties/secrets/additionalProperties/properties/hosts/maxItems',
                    keyword: 'maxItems',
                    params: { limit: 20 },
                    schema: 20,
                    parentSchema: schema15.properties.secrets.additionalProperties.properties.hosts,
                    data: data19,
                  };
                  if (vErrors === null) {
                    vErrors = [err50];
                  } else {
                    vErrors.push(err50);
                  }
                  errors++;
                }
                if (data19.length < 1) {
                  const err51 = {
                    instancePath: instancePath + '/secrets/' + key6.replace(/~/g, '~0').replace(/\//g, '~1') + '/hosts',
                    schemaPath: '#/properties/secrets/additionalProperties/properties/hosts/minItems',
                    keyword: 'minItems',
                    params: { limit: 1 },
                    schema: 1,
                    parentSchema: schema15.properties.secrets.additionalProperties.properties.hosts,
                    data: data19,
                  };
                  if (vErrors === null) {
                    vErrors = [err51];
                  } else {
                    vErrors.push(err51);
                  }
                  errors++;
                }
                const len4 = data19.length;
                for (let i4 = 0; i4 < len4; i4++) {
                  let data20 = data19[i4];
                  if (typeof data20 === 'string') {
                    if (!pattern8.test(data20)) {
                      const err52 = {
                        instancePath:
                          instancePath + '/secrets/' + key6.replace(/~/g, '~0').replace(/\//g, '~1') + '/hosts/' + i4,
                        schemaPath: 'HostName/pattern',
                        keyword: 'pattern',
                        params: { pattern: '^[^\\s/?#@]{1,255}$' },
                        schema: '^[^\\s/?#@]{1,255}$',
                        parentSchema: schema18,
                        data: data20,
                      };
                      if (vErrors === null) {
                        vErrors = [err52];
                      } else {
                        vErrors.push(err52);
                      }
                      errors++;
                    }
                  } else {
                    const err53 = {
                      instancePath:
                        instancePath + '/secrets/' + key6.replace(/~/g, '~0').replace(/\//g, '~1') + '/hosts/' + i4,
                      schemaPath: 'HostName/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      schema: schema18.type,
                      parentSchema: schema18,
                      data: data20,
                    };
                    if (vErrors === null) {
                      vErrors = [err53];
                    } else {
                      vErrors.push(err53);
                    }
                    errors++;
                  }
                }
              } else {
                const err54 = {
                  instancePath: instancePath + '/secrets/' + key6.replace(/~/g, '~0').replace(/\//g, '~1') + '/hosts',
                  schemaPath: '#/properties/secrets/additionalProperties/properties/hosts/type',
                  keyword: 'type',
                  params: { type: 'array' },
                  schema: schema15.properties.secrets.additionalProperties.properties.hosts.type,
                  parentSchema: schema15.properties.secrets.additionalProperties.properties.hosts,
                  data: data19,
                };
                if (vErrors === null) {
                  vErrors = [err54];
                } else {
                  vErrors.push(err54);
                }
                errors++;
              }
            }
          } else {
            const err55 = {
              instancePath: instancePath + '/secrets/' + key6.replace(/~/g, '~0').replace(/\//g, '~1'),
              schemaPath: '#/properties/secrets/additionalProperties/type',
              keyword: 'type',
              params: { type: 'object' },
              schema: schema15.properties.secrets.additionalProperties.type,
              parentSchema: schema15.properties.secrets.additionalProperties,
              data: data17,
            };
            if (vErrors === null) {
              vErrors = [err55];
            } else {
              vErrors.push(err55);
            }
            errors++;
          }
        }
      } else {
        const err56 = {
          instancePath: instancePath + '/secrets',
          schemaPath: '#/properties/secrets/type',
          keyword: 'type',
          params: { type: 'object' },
          schema: schema15.properties.secrets.type,
          parentSchema: schema15.properties.secrets,
          data: data16,
        };
        if (vErrors === null) {
          vErrors = [err56];
        } else {
          vErrors.push(err56);
        }
        errors++;
      }
    }
    if (data.health !== undefined) {
      let data21 = data.health;
      if (data21 && typeof data21 == 'object' && !Array.isArray(data21)) {
        if (data21.path === undefined) {
          const err57 = {
            instancePath: instancePath + '/health',
            schemaPath: '#/properties/health/required',
            keyword: 'required',
            params: { missingProperty: 'path' },
            schema: schema15.properties.health.required,
            parentSchema: schema15.properties.health,
            data: data21,
          };
          if (vErrors === null) {
            vErrors = [err57];
          } else {
            vErrors.push(err57);
          }
          errors++;
        }
        for (const key8 in data21) {
          if (!(key8 === 'path' || key8 === 'tries' || key8 === 'timeoutMs' || key8 === 'expectStatus')) {
            const err58 = {
              instancePath: instancePath + '/health',
              schemaPath: '#/properties/health/additionalProperties',
              keyword: 'additionalProperties',
              params: { additionalProperty: key8 },
              schema: false,
              parentSchema: schema15.properties.health,
              data: data21,
            };
            if (vErrors === null) {
              vErrors = [err58];
            } else {
              vErrors.push(err58);
            }
            errors++;
          }
        }
        if (data21.path !== undefined) {
          let data22 = data21.path;
          if (typeof data22 === 'string') {
            if (func3(data22) > 1000) {
              const err59 = {
                instancePath: instancePath + '/health/path',
                schemaPath: '#/properties/health/properties/path/maxLength',
                keyword: 'maxLength',
                params: { limit: 1000 },
                schema: 1000,
                parentSchema: schema15.properties.health.properties.path,
                data: data22,
              };
              if (vErrors === null) {
                vErrors = [err59];
              } else {
                vErrors.push(err59);
              }
              errors++;
            }
            if (!pattern12.test(data22)) {
              const err60 = {
                instancePath: instancePath + '/health/path',
                schemaPath: '#/properties/health/properties/path/pattern',
                keyword: 'pattern',
                params: { pattern: '^/' },
                schema: '^/',
                parentSchema: schema15.properties.health.properties.path,
                data: data22,
              };
              if (vErrors === null) {
                vErrors = [err60];
              } else {
                vErrors.push(err60);
              }
              errors++;
            }
          } else {
            const err61 = {
              instancePath: instancePath + '/health/path',
              schemaPath: '#/properties/health/properties/path/type',
              keyword: 'type',
              params: { type: 'string' },
              schema: schema15.properties.health.properties.path.type,
              parentSchema: schema15.properties.health.properties.path,
              data: data22,
            };
            if (vErrors === null) {
              vErrors = [err61];
            } else {
              vErrors.push(err61);
            }
            errors++;
          }
        }
        if (data21.tries !== undefined) {
          let data23 = data21.tries;
          if (!(typeof data23 == 'number' && !(data23 % 1) && !isNaN(data23) && isFinite(data23))) {
            const err62 = {
              instancePath: instancePath + '/health/tries',
              schemaPath: '#/properties/health/properties/tries/type',
              keyword: 'type',
              params: { type: 'integer' },
              schema: schema15.properties.health.properties.tries.type,
              parentSchema: schema15.properties.health.properties.tries,
              data: data23,
            };
            if (vErrors === null) {
              vErrors = [err62];
            } else {
              vErrors.push(err62);
            }
            errors++;
          }
          if (typeof data23 == 'number' && isFinite(data23)) {
            if (data23 > 10 || isNaN(data23)) {
              const err63 = {
                instancePath: instancePath + '/health/tries',
                schemaPath: '#/properties/health/properties/tries/maximum',
                keyword: 'maximum',
                params: { comparison: '<=', limit: 10 },
                schema: 10,
                parentSchema: schema15.properties.health.properties.tries,
                data: data23,
              };
              if (vErrors === null) {
                vErrors = [err63];
              } else {
                vErrors.push(err63);
              }
              errors++;
            }
            if (data23 < 1 || isNaN(data23)) {
              const err64 = {
                instancePath: instancePath + '/health/tries',
                schemaPath: '#/properties/health/properties/tries/minimum',
                keyword: 'minimum',
                params: { comparison: '>=', limit: 1 },
                schema: 1,
                parentSchema: schema15.properties.health.properties.tries,
                data: data23,
              };
              if (vErrors === null) {
                vErrors = [err64];
              } else {
                vErrors.push(err64);
              }
              errors++;
            }
          }
        }
        if (data21.timeoutMs !== undefined) {
          let data24 = data21.timeoutMs;
          if (!(typeof data24 == 'number' && !(data24 % 1) && !isNaN(data24) && isFinite(data24))) {
            const err65 = {
              instancePath: instancePath + '/health/timeoutMs',
              schemaPath: '#/properties/health/properties/timeoutMs/type',
              keyword: 'type',
              params: { type: 'integer' },
              schema: schema15.properties.health.properties.timeoutMs.type,
              parentSchema: schema15.properties.health.properties.timeoutMs,
              data: data24,
            };
            if (vErrors === null) {
              vErrors = [err65];
            } else {
              vErrors.push(err65);
            }
            errors++;
          }
          if (typeof data24 == 'number' && isFinite(data24)) {
            if (data24 > 30000 || isNaN(data24)) {
              const err66 = {
                instancePath: instancePath + '/health/timeoutMs',
                schemaPath: '#/properties/health/properties/timeoutMs/maximum',
                keyword: 'maximum',
                params: { comparison: '<=', limit: 30000 },
                schema: 30000,
                parentSchema: schema15.properties.health.properties.timeoutMs,
                data: data24,
              };
              if (vErrors === null) {
                vErrors = [err66];
              } else {
                vErrors.push(err66);
              }
              errors++;
            }
            if (data24 < 100 || isNaN(data24)) {
              const err67 = {
                instancePath: instancePath + '/health/timeoutMs',
                schemaPath: '#/properties/health/properties/timeoutMs/minimum',
                keyword: 'minimum',
                params: { comparison: '>=', limit: 100 },
                schema: 100,
                parentSchema: schema15.properties.health.properties.timeoutMs,
                data: data24,
              };
              if (vErrors === null) {
                vErrors = [err67];
              } else {
                vErrors.push(err67);
              }
              errors++;
            }
          }
        }
        if (data21.expectStatus !== undefined) {
          let data25 = data21.expectStatus;
          if (!(typeof data25 == 'number' && !(data25 % 1) && !isNaN(data25) && isFinite(data25))) {
            const err68 = {
              instancePath: instancePath + '/health/expectStatus',
              schemaPath: '#/properties/health/properties/expectStatus/type',
              keyword: 'type',
              params: { type: 'integer' },
              schema: schema15.properties.health.properties.expectStatus.type,
              parentSchema: schema15.properties.health.properties.expectStatus,
              data: data25,
            };
            if (vErrors === null) {
              vErrors = [err68];
            } else {
              vErrors.push(err68);
            }
            errors++;
          }
          if (typeof data25 == 'number' && isFinite(data25)) {
            if (data25 > 599 || isNaN(data25)) {
              const err69 = {
                instancePath: instancePath + '/health/expectStatus',
                schemaPath: '#/properties/health/properties/expectStatus/maximum',
                keyword: 'maximum',
                params: { comparison: '<=', limit: 599 },
                schema: 599,
                parentSchema: schema15.properties.health.properties.expectStatus,
                data: data25,
              };
              if (vErrors === null) {
                vErrors = [err69];
              } else {
                vErrors.push(err69);
              }
              errors++;
            }
            if (data25 < 100 || isNaN(data25)) {
              const err70 = {
                instancePath: instancePath + '/health/expectStatus',
                schemaPath: '#/properties/health/properties/expectStatus/minimum',
                keyword: 'minimum',
                params: { comparison: '>=', limit: 100 },
                schema: 100,
                parentSchema: schema15.properties.health.properties.expectStatus,
                data: data25,
              };
              if (vErrors === null) {
                vErrors = [err70];
              } else {
                vErrors.push(err70);
              }
              errors++;
            }
          }
        }
      } else {
        const err71 = {
          instancePath: instancePath + '/health',
          schemaPath: '#/properties/health/type',
          keyword: 'type',
          params: { type: 'object' },
          schema: schema15.properties.health.type,
          parentSchema: schema15.properties.health,
          data: data21,
        };
        if (vErrors === null) {
          vErrors = [err71];
        } else {
          vErrors.push(err71);
        }
        errors++;
      }
    }
    if (data.http !== undefined) {
      let data26 = data.http;
      if (typeof data26 !== 'string') {
        const err72 = {
          instancePath: instancePath + '/http',
          schemaPath: '#/properties/http/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema15.properties.http.type,
          parentSchema: schema15.properties.http,
          data: data26,
        };
        if (vErrors === null) {
          vErrors = [err72];
        } else {
          vErrors.push(err72);
        }
        errors++;
      }
      if (!(data26 === '1.1' || data26 === '2' || data26 === 'auto')) {
        const err73 = {
          instancePath: instancePath + '/http',
          schemaPath: '#/properties/http/enum',
          keyword: 'enum',
          params: { allowedValues: schema15.properties.http.enum },
          schema: schema15.properties.http.enum,
          parentSchema: schema15.properties.http,
          data: data26,
        };
        if (vErrors === null) {
          vErrors = [err73];
        } else {
          vErrors.push(err73);
        }
        errors++;
      }
    }
    if (data.tls !== undefined) {
      let data27 = data.tls;
      if (data27 && typeof data27 == 'object' && !Array.isArray(data27)) {
        for (const key9 in data27) {
          if (!(key9 === 'clientCertificate' || key9 === 'ca')) {
            const err74 = {
              instancePath: instancePath + '/tls',
              schemaPath: '#/properties/tls/additionalProperties',
              keyword: 'additionalProperties',
              params: { additionalProperty: key9 },
              schema: false,
              parentSchema: schema15.properties.tls,
              data: data27,
            };
            if (vErrors === null) {
              vErrors = [err74];
            } else {
              vErrors.push(err74);
            }
            errors++;
          }
        }
        if (data27.clientCertificate !== undefined) {
          let data28 = data27.clientCertificate;
          if (data28 && typeof data28 == 'object' && !Array.isArray(data28)) {
            if (data28.certificate === undefined) {
              const err75 = {
                instancePath: instancePath + '/tls/clientCertificate',
                schemaPath: '#/properties/tls/properties/clientCertificate/required',
                keyword: 'required',
                params: { missingProperty: 'certificate' },
                schema: schema15.properties.tls.properties.clientCertificate.required,
                parentSchema: schema15.properties.tls.properties.clientCertificate,
                data: data28,
              };
              if (vErrors === null) {
                vErrors = [err75];
              } else {
                vErrors.push(err75);
              }
              errors++;
            }
            if (data28.key === undefined) {
              const err76 = {
                instancePath: instancePath + '/tls/clientCertificate',
                schemaPath: '#/properties/tls/properties/clientCertificate/required',
                keyword: 'required',
                params: { missingProperty: 'key' },
                schema: schema15.properties.tls.properties.clientCertificate.required,
                parentSchema: schema15.properties.tls.properties.clientCertificate,
                data: data28,
              };
              if (vErrors === null) {
                vErrors = [err76];
              } else {
                vErrors.push(err76);
              }
              errors++;
            }
            for (const key10 in data28) {
              if (!(key10 === 'certificate' || key10 === 'key' || key10 === 'passphrase')) {
                const err77 = {
                  instancePath: instancePath + '/tls/clientCertificate',
                  schemaPath: '#/properties/tls/properties/clientCertificate/additionalProperties',
                  keyword: 'additionalProperties',
                  params: { additionalProperty: key10 },
                  schema: false,
                  parentSchema: schema15.properties.tls.properties.clientCertificate,
                  data: data28,
                };
                if (vErrors === null) {
                  vErrors = [err77];
                } else {
                  vErrors.push(err77);
                }
                errors++;
              }
            }
            if (data28.certificate !== undefined) {
              let data29 = data28.certificate;
              if (typeof data29 === 'string') {
                if (!pattern9.test(data29)) {
                  const err78 = {
                    instancePath: instancePath + '/tls/clientCertificate/certificate',
                    schemaPath: '#/properties/tls/properties/clientCertificate/properties/certificate/pattern',
                    keyword: 'pattern',
                    params: { pattern: '^[A-Za-z_][A-Za-z0-9_.-]{0,99}$' },
                    schema: '^[A-Za-z_][A-Za-z0-9_.-]{0,99}$',
                    parentSchema: schema15.properties.tls.properties.clientCertificate.properties.certificate,
                    data: data29,
                  };
                  if (vErrors === null) {
                    vErrors = [err78];
                  } else {
                    vErrors.push(err78);
                  }
                  errors++;
                }
              } else {
                const err79 = {
                  instancePath: instancePath + '/tls/clientCertificate/certificate',
                  schemaPath: '#/properties/tls/properties/clientCertificate/properties/certificate/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  schema: schema15.properties.tls.properties.clientCertificate.properties.certificate.type,
                  parentSchema: schema15.properties.tls.properties.clientCertificate.properties.certificate,
                  data: data29,
                };
                if (vErrors === null) {
                  vErrors = [err79];
                } else {
                  vErrors.push(err79);
                }
                errors++;
              }
            }
            if (data28.key !== undefined) {
              let data30 = data28.key;
              if (typeof data30 === 'string') {
                if (!pattern9.test(data30)) {
                  const err80 = {
                    instancePath: instancePath + '/tls/clientCertificate/key',
                    schemaPath: '#/properties/tls/properties/clientCertificate/properties/key/pattern',
                    keyword: 'pattern',
                    params: { pattern: '^[A-Za-z_][A-Za-z0-9_.-]{0,99}$' },
                    schema: '^[A-Za-z_][A-Za-z0-9_.-]{0,99}$',
                    parentSchema: schema15.properties.tls.properties.clientCertificate.properties.key,
                    data: data30,
                  };
                  if (vErrors === null) {
                    vErrors = [err80];
                  } else {
                    vErrors.push(err80);
                  }
                  errors++;
                }
              } else {
                const err81 = {
                  instancePath: instancePath + '/tls/clientCertificate/key',
                  schemaPath: '#/properties/tls/properties/clientCertificate/properties/key/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  schema: schema15.properties.tls.properties.clientCertificate.properties.key.type,
                  parentSchema: schema15.properties.tls.properties.clientCertificate.properties.key,
                  data: data30,
                };
                if (vErrors === null) {
                  vErrors = [err81];
                } else {
                  vErrors.push(err81);
                }
                errors++;
              }
            }
            if (data28.passphrase !== undefined) {
              let data31 = data28.passphrase;
              if (typeof data31 === 'string') {
                if (!pattern9.test(data31)) {
                  const err82 = {
                    instancePath: instancePath + '/tls/clientCertificate/passphrase',
                    schemaPath: '#/properties/tls/properties/clientCertificate/properties/passphrase/pattern',
                    keyword: 'pattern',
                    params: { pattern: '^[A-Za-z_][A-Za-z0-9_.-]{0,99}$' },
                    schema: '^[A-Za-z_][A-Za-z0-9_.-]{0,99}$',
                    parentSchema: schema15.properties.tls.properties.clientCertificate.properties.passphrase,
                    data: data31,
                  };
                  if (vErrors === null) {
                    vErrors = [err82];
                  } else {
                    vErrors.push(err82);
                  }
                  errors++;
                }
              } else {
                const err83 = {
                  instancePath: instancePath + '/tls/clientCertificate/passphrase',
                  schemaPath: '#/properties/tls/properties/clientCertificate/properties/passphrase/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  schema: schema15.properties.tls.properties.clientCertificate.properties.passphrase.type,
                  parentSchema: schema15.properties.tls.properties.clientCertificate.properties.passphrase,
                  data: data31,
                };
                if (vErrors === null) {
                  vErrors = [err83];
                } else {
                  vErrors.push(err83);
                }
                errors++;
              }
            }
          } else {
            const err84 = {
              instancePath: instancePath + '/tls/clientCertificate',
              schemaPath: '#/properties/tls/properties/clientCertificate/type',
              keyword: 'type',
              params: { type: 'object' },
              schema: schema15.properties.tls.properties.clientCertificate.type,
              parentSchema: schema15.properties.tls.properties.clientCertificate,
              data: data28,
            };
            if (vErrors === null) {
              vErrors = [err84];
            } else {
              vErrors.push(err84);
            }
            errors++;
          }
        }
        if (data27.ca !== undefined) {
          let data32 = data27.ca;
          if (Array.isArray(data32)) {
            if (data32.length > 20) {
              const err85 = {
                instancePath: instancePath + '/tls/ca',
                schemaPath: '#/properties/tls/properties/ca/maxItems',
                keyword: 'maxItems',
                params: { limit: 20 },
                schema: 20,
                parentSchema: schema15.properties.tls.properties.ca,
                data: data32,
              };
              if (vErrors === null) {
                vErrors = [err85];
              } else {
                vErrors.push(err85);
              }
              errors++;
            }
            if (data32.length < 1) {
              const err86 = {
                instancePath: instancePath + '/tls/ca',
                schemaPath: '#/properties/tls/properties/ca/minItems',
                keyword: 'minItems',
                params: { limit: 1 },
                schema: 1,
                parentSchema: schema15.properties.tls.properties.ca,
                data: data32,
              };
              if (vErrors === null) {
                vErrors = [err86];
              } else {
                vErrors.push(err86);
              }
              errors++;
            }
            const len5 = data32.length;
            for (let i5 = 0; i5 < len5; i5++) {
              let data33 = data32[i5];
              if (typeof data33 === 'string') {
                if (func3(data33) > 20000) {
                  const err87 = {
                    instancePath: instancePath + '/tls/ca/' + i5,
                    schemaPath: '#/properties/tls/properties/ca/items/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 20000 },
                    schema: 20000,
                    parentSchema: schema15.properties.tls.properties.ca.items,
                    data: data33,
                  };
                  if (vErrors === null) {
                    vErrors = [err87];
                  } else {
                    vErrors.push(err87);
                  }
                  errors++;
                }
                if (func3(data33) < 1) {
                  const err88 = {
                    instancePath: instancePath + '/tls/ca/' + i5,
                    schemaPath: '#/properties/tls/properties/ca/items/minLength',
                    keyword: 'minLength',
                    params: { limit: 1 },
                    schema: 1,
                    parentSchema: schema15.properties.tls.properties.ca.items,
                    data: data33,
                  };
                  if (vErrors === null) {
                    vErrors = [err88];
                  } else {
                    vErrors.push(err88);
                  }
                  errors++;
                }
              } else {
                const err89 = {
                  instancePath: instancePath + '/tls/ca/' + i5,
                  schemaPath: '#/properties/tls/properties/ca/items/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  schema: schema15.properties.tls.properties.ca.items.type,
                  parentSchema: schema15.properties.tls.properties.ca.items,
                  data: data33,
                };
                if (vErrors === null) {
                  vErrors = [err89];
                } else {
                  vErrors.push(err89);
                }
                errors++;
              }
            }
          } else {
            const err90 = {
              instancePath: instancePath + '/tls/ca',
              schemaPath: '#/properties/tls/properties/ca/type',
              keyword: 'type',
              params: { type: 'array' },
              schema: schema15.properties.tls.properties.ca.type,
              parentSchema: schema15.properties.tls.properties.ca,
              data: data32,
            };
            if (vErrors === null) {
              vErrors = [err90];
            } else {
              vErrors.push(err90);
            }
            errors++;
          }
        }
      } else {
        const err91 = {
          instancePath: instancePath + '/tls',
          schemaPath: '#/properties/tls/type',
          keyword: 'type',
          params: { type: 'object' },
          schema: schema15.properties.tls.type,
          parentSchema: schema15.properties.tls,
          data: data27,
        };
        if (vErrors === null) {
          vErrors = [err91];
        } else {
          vErrors.push(err91);
        }
        errors++;
      }
    }
    if (data.proxy !== undefined) {
      let data34 = data.proxy;
      if (data34 && typeof data34 == 'object' && !Array.isArray(data34)) {
        if (data34.url === undefined) {
          const err92 = {
            instancePath: instancePath + '/proxy',
            schemaPath: '#/properties/proxy/required',
            keyword: 'required',
            params: { missingProperty: 'url' },
            schema: schema15.properties.proxy.required,
            parentSchema: schema15.properties.proxy,
            data: data34,
          };
          if (vErrors === null) {
            vErrors = [err92];
          } else {
            vErrors.push(err92);
          }
          errors++;
        }
        for (const key11 in data34) {
          if (!(key11 === 'url' || key11 === 'noProxy' || key11 === 'credentials')) {
            const err93 = {
              instancePath: instancePath + '/proxy',
              schemaPath: '#/properties/proxy/additionalProperties',
              keyword: 'additionalProperties',
              params: { additionalProperty: key11 },
              schema: false,
              parentSchema: schema15.properties.proxy,
              data: data34,
            };
            if (vErrors === null) {
              vErrors = [err93];
            } else {
              vErrors.push(err93);
            }
            errors++;
          }
        }
        if (data34.url !== undefined) {
          let data35 = data34.url;
          if (typeof data35 === 'string') {
            if (func3(data35) > 300) {
              const err94 = {
                instancePath: instancePath + '/proxy/url',
                schemaPath: '#/properties/proxy/properties/url/maxLength',
                keyword: 'maxLength',
                params: { limit: 300 },
                schema: 300,
                parentSchema: schema15.properties.proxy.properties.url,
                data: data35,
              };
              if (vErrors === null) {
                vErrors = [err94];
              } else {
                vErrors.push(err94);
              }
              errors++;
            }
            if (func3(data35) < 1) {
              const err95 = {
                instancePath: instancePath + '/proxy/url',
                schemaPath: '#/properties/proxy/properties/url/minLength',
                keyword: 'minLength',
                params: { limit: 1 },
                schema: 1,
                parentSchema: schema15.properties.proxy.properties.url,
                data: data35,
              };
              if (vErrors === null) {
                vErrors = [err95];
              } else {
                vErrors.push(err95);
              }
              errors++;
            }
          } else {
            const err96 = {
              instancePath: instancePath + '/proxy/url',
              schemaPath: '#/properties/proxy/properties/url/type',
              keyword: 'type',
              params: { type: 'string' },
              schema: schema15.properties.proxy.properties.url.type,
              parentSchema: schema15.properties.proxy.properties.url,
              data: data35,
            };
            if (vErrors === null) {
              vErrors = [err96];
            } else {
              vErrors.push(err96);
            }
            errors++;
          }
        }
        if (data34.noProxy !== undefined) {
          let data36 = data34.noProxy;
          if (Array.isArray(data36)) {
            if (data36.length > 50) {
              const err97 = {
                instancePath: instancePath + '/proxy/noProxy',
                schemaPath: '#/properties/proxy/properties/noProxy/maxItems',
                keyword: 'maxItems',
                params: { limit: 50 },
                schema: 50,
                parentSchema: schema15.properties.proxy.properties.noProxy,
                data: data36,
              };
              if (vErrors === null) {
                vErrors = [err97];
              } else {
                vErrors.push(err97);
              }
              errors++;
            }
            const len6 = data36.length;
            for (let i6 = 0; i6 < len6; i6++) {
              let data37 = data36[i6];
              if (typeof data37 === 'string') {
                if (func3(data37) > 260) {
                  const err98 = {
                    instancePath: instancePath + '/proxy/noProxy/' + i6,
                    schemaPath: '#/properties/proxy/properties/noProxy/items/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 260 },
                    schema: 260,
                    parentSchema: schema15.properties.proxy.properties.noProxy.items,
                    data: data37,
                  };
                  if (vErrors === null) {
                    vErrors = [err98];
                  } else {
                    vErrors.push(err98);
                  }
                  errors++;
                }
                if (!pattern16.test(data37)) {
                  const err99 = {
                    instancePath: instancePath + '/proxy/noProxy/' + i6,
                    schemaPath: '#/properties/proxy/properties/noProxy/items/pattern',
                    keyword: 'pattern',
                    params: { pattern: '^[^\\s/,]+$' },
                    schema: '^[^\\s/,]+$',
                    parentSchema: schema15.properties.proxy.properties.noProxy.items,
                    data: data37,
                  };
                  if (vErrors === null) {
                    vErrors = [err99];
                  } else {
                    vErrors.push(err99);
                  }
                  errors++;
                }
              } else {
                const err100 = {
                  instancePath: instancePath + '/proxy/noProxy/' + i6,
                  schemaPath: '#/properties/proxy/properties/noProxy/items/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  schema: schema15.properties.proxy.properties.noProxy.items.type,
                  parentSchema: schema15.properties.proxy.properties.noProxy.items,
                  data: data37,
                };
                if (vErrors === null) {
                  vErrors = [err100];
                } else {
                  vErrors.push(err100);
                }
                errors++;
              }
            }
          } else {
            const err101 = {
              instancePath: instancePath + '/proxy/noProxy',
              schemaPath: '#/properties/proxy/properties/noProxy/type',
              keyword: 'type',
              params: { type: 'array' },
              schema: schema15.properties.proxy.properties.noProxy.type,
              parentSchema: schema15.properties.proxy.properties.noProxy,
              data: data36,
            };
            if (vErrors === null) {
              vErrors = [err101];
            } else {
              vErrors.push(err101);
            }
            errors++;
          }
        }
        if (data34.credentials !== undefined) {
          let data38 = data34.credentials;
          if (data38 && typeof data38 == 'object' && !Array.isArray(data38)) {
            if (data38.username === undefined) {
              const err102 = {
                instancePath: instancePath + '/proxy/credentials',
                schemaPath: '#/properties/proxy/properties/credentials/required',
                keyword: 'required',
                params: { missingProperty: 'username' },
                schema: schema15.properties.proxy.properties.credentials.required,
                parentSchema: schema15.properties.proxy.properties.credentials,
                data: data38,
              };
              if (vErrors === null) {
                vErrors = [err102];
              } else {
                vErrors.push(err102);
              }
              errors++;
            }
            if (data38.password === undefined) {
              const err103 = {
                instancePath: instancePath + '/proxy/credentials',
                schemaPath: '#/properties/proxy/properties/credentials/required',
                keyword: 'required',
                params: { missingProperty: 'password' },
                schema: schema15.properties.proxy.properties.credentials.required,
                parentSchema: schema15.properties.proxy.properties.credentials,
                data: data38,
              };
              if (vErrors === null) {
                vErrors = [err103];
              } else {
                vErrors.push(err103);
              }
              errors++;
            }
            for (const key12 in data38) {
              if (!(key12 === 'username' || key12 === 'password')) {
                const err104 = {
                  instancePath: instancePath + '/proxy/credentials',
                  schemaPath: '#/properties/proxy/properties/credentials/additionalProperties',
                  keyword: 'additionalProperties',
                  params: { additionalProperty: key12 },
                  schema: false,
                  parentSchema: schema15.properties.proxy.properties.credentials,
                  data: data38,
                };
                if (vErrors === null) {
                  vErrors = [err104];
                } else {
                  vErrors.push(err104);
                }
                errors++;
              }
            }
            if (data38.username !== undefined) {
              let data39 = data38.username;
              if (typeof data39 === 'string') {
                if (!pattern9.test(data39)) {
                  const err105 = {
                    instancePath: instancePath + '/proxy/credentials/username',
                    schemaPath: '#/properties/proxy/properties/credentials/properties/username/pattern',
                    keyword: 'pattern',
                    params: { pattern: '^[A-Za-z_][A-Za-z0-9_.-]{0,99}$' },
                    schema: '^[A-Za-z_][A-Za-z0-9_.-]{0,99}$',
                    parentSchema: schema15.properties.proxy.properties.credentials.properties.username,
                    data: data39,
                  };
                  if (vErrors === null) {
                    vErrors = [err105];
                  } else {
                    vErrors.push(err105);
                  }
                  errors++;
                }
              } else {
                const err106 = {
                  instancePath: instancePath + '/proxy/credentials/username',
                  schemaPath: '#/properties/proxy/properties/credentials/properties/username/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  schema: schema15.properties.proxy.properties.credentials.properties.username.type,
                  parentSchema: schema15.properties.proxy.properties.credentials.properties.username,
                  data: data39,
                };
                if (vErrors === null) {
                  vErrors = [err106];
                } else {
                  vErrors.push(err106);
                }
                errors++;
              }
            }
            if (data38.password !== undefined) {
              let data40 = data38.password;
              if (typeof data40 === 'string') {
                if (!pattern9.test(data40)) {
                  const err107 = {
                    instancePath: instancePath + '/proxy/credentials/password',
                    schemaPath: '#/properties/proxy/properties/credentials/properties/password/pattern',
                    keyword: 'pattern',
                    params: { pattern: '^[A-Za-z_][A-Za-z0-9_.-]{0,99}$' },
                    schema: '^[A-Za-z_][A-Za-z0-9_.-]{0,99}$',
                    parentSchema: schema15.properties.proxy.properties.credentials.properties.password,
                    data: data40,
                  };
                  if (vErrors === null) {
                    vErrors = [err107];
                  } else {
                    vErrors.push(err107);
                  }
                  errors++;
                }
              } else {
                const err108 = {
                  instancePath: instancePath + '/proxy/credentials/password',
                  schemaPath: '#/properties/proxy/properties/credentials/properties/password/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  schema: schema15.properties.proxy.properties.credentials.properties.password.type,
                  parentSchema: schema15.properties.proxy.properties.credentials.properties.password,
                  data: data40,
                };
                if (vErrors === null) {
                  vErrors = [err108];
                } else {
                  vErrors.push(err108);
                }
                errors++;
              }
            }
          } else {
            const err109 = {
              instancePath: instancePath + '/proxy/credentials',
              schemaPath: '#/properties/proxy/properties/credentials/type',
              keyword: 'type',
              params: { type: 'object' },
              schema: schema15.properties.proxy.properties.credentials.type,
              parentSchema: schema15.properties.proxy.properties.credentials,
              data: data38,
            };
            if (vErrors === null) {
              vErrors = [err109];
            } else {
              vErrors.push(err109);
            }
            errors++;
          }
        }
      } else {
        const err110 = {
          instancePath: instancePath + '/proxy',
          schemaPath: '#/properties/proxy/type',
          keyword: 'type',
          params: { type: 'object' },
          schema: schema15.properties.proxy.type,
          parentSchema: schema15.properties.proxy,
          data: data34,
        };
        if (vErrors === null) {
          vErrors = [err110];
        } else {
          vErrors.push(err110);
        }
        errors++;
      }
    }
    if (data.limits !== undefined) {
      let data41 = data.limits;
      if (data41 && typeof data41 == 'object' && !Array.isArray(data41)) {
        for (const key13 in data41) {
          if (!(key13 === 'rps' || key13 === 'users' || key13 === 'minutes' || key13 === 'runs')) {
            const err111 = {
              instancePath: instancePath + '/limits',
              schemaPath: '#/properties/limits/additionalProperties',
              keyword: 'additionalProperties',
              params: { additionalProperty: key13 },
              schema: false,
              parentSchema: schema15.properties.limits,
              data: data41,
            };
            if (vErrors === null) {
              vErrors = [err111];
            } else {
              vErrors.push(err111);
            }
            errors++;
          }
        }
        if (data41.rps !== undefined) {
          let data42 = data41.rps;
          if (typeof data42 == 'number' && isFinite(data42)) {
            if (data42 <= 0 || isNaN(data42)) {
              const err112 = {
                instancePath: instancePath + '/limits/rps',
                schemaPath: '#/properties/limits/properties/rps/exclusiveMinimum',
                keyword: 'exclusiveMinimum',
                params: { comparison: '>', limit: 0 },
                schema: 0,
                parentSchema: schema15.properties.limits.properties.rps,
                data: data42,
              };
              if (vErrors === null) {
                vErrors = [err112];
              } else {
                vErrors.push(err112);
              }
              errors++;
            }
          } else {
            const err113 = {
              instancePath: instancePath + '/limits/rps',
              schemaPath: '#/properties/limits/properties/rps/type',
              keyword: 'type',
              params: { type: 'number' },
              schema: schema15.properties.limits.properties.rps.type,
              parentSchema: schema15.properties.limits.properties.rps,
              data: data42,
            };
            if (vErrors === null) {
              vErrors = [err113];
            } else {
              vErrors.push(err113);
            }
            errors++;
          }
        }
        if (data41.users !== undefined) {
          let data43 = data41.users;
          if (!(typeof data43 == 'number' && !(data43 % 1) && !isNaN(data43) && isFinite(data43))) {
            const err114 = {
              instancePath: instancePath + '/limits/users',
              schemaPath: '#/properties/limits/properties/users/type',
              keyword: 'type',
              params: { type: 'integer' },
              schema: schema15.properties.limits.properties.users.type,
              parentSchema: schema15.properties.limits.properties.users,
              data: data43,
            };
            if (vErrors === null) {
              vErrors = [err114];
            } else {
              vErrors.push(err114);
            }
            errors++;
          }
          if (typeof data43 == 'number' && isFinite(data43)) {
            if (data43 < 1 || isNaN(data43)) {
              const err115 = {
                instancePath: instancePath + '/limits/users',
                schemaPath: '#/properties/limits/properties/users/minimum',
                keyword: 'minimum',
                params: { comparison: '>=', limit: 1 },
                schema: 1,
                parentSchema: schema15.properties.limits.properties.users,
                data: data43,
              };
              if (vErrors === null) {
                vErrors = [err115];
              } else {
                vErrors.push(err115);
              }
              errors++;
            }
          }
        }
        if (data41.minutes !== undefined) {
          let data44 = data41.minutes;
          if (typeof data44 == 'number' && isFinite(data44)) {
            if (data44 <= 0 || isNaN(data44)) {
              const err116 = {
                instancePath: instancePath + '/limits/minutes',
                schemaPath: '#/properties/limits/properties/minutes/exclusiveMinimum',
                keyword: 'exclusiveMinimum',
                params: { comparison: '>', limit: 0 },
                schema: 0,
                parentSchema: schema15.properties.limits.properties.minutes,
                data: data44,
              };
              if (vErrors === null) {
                vErrors = [err116];
              } else {
                vErrors.push(err116);
              }
              errors++;
            }
          } else {
            const err117 = {
              instancePath: instancePath + '/limits/minutes',
              schemaPath: '#/properties/limits/properties/minutes/type',
              keyword: 'type',
              params: { type: 'number' },
              schema: schema15.properties.limits.properties.minutes.type,
              parentSchema: schema15.properties.limits.properties.minutes,
              data: data44,
            };
            if (vErrors === null) {
              vErrors = [err117];
            } else {
              vErrors.push(err117);
            }
            errors++;
          }
        }
        if (data41.runs !== undefined) {
          let data45 = data41.runs;
          if (!(typeof data45 == 'number' && !(data45 % 1) && !isNaN(data45) && isFinite(data45))) {
            const err118 = {
              instancePath: instancePath + '/limits/runs',
              schemaPath: '#/properties/limits/properties/runs/type',
              keyword: 'type',
              params: { type: 'integer' },
              schema: schema15.properties.limits.properties.runs.type,
              parentSchema: schema15.properties.limits.properties.runs,
              data: data45,
            };
            if (vErrors === null) {
              vErrors = [err118];
            } else {
              vErrors.push(err118);
            }
            errors++;
          }
          if (typeof data45 == 'number' && isFinite(data45)) {
            if (data45 < 1 || isNaN(data45)) {
              const err119 = {
                instancePath: instancePath + '/limits/runs',
                schemaPath: '#/properties/limits/properties/runs/minimum',
                keyword: 'minimum',
                params: { comparison: '>=', limit: 1 },
                schema: 1,
                parentSchema: schema15.properties.limits.properties.runs,
                data: data45,
              };
              if (vErrors === null) {
                vErrors = [err119];
              } else {
                vErrors.push(err119);
              }
              errors++;
            }
          }
        }
      } else {
        const err120 = {
          instancePath: instancePath + '/limits',
          schemaPath: '#/properties/limits/type',
          keyword: 'type',
          params: { type: 'object' },
          schema: schema15.properties.limits.type,
          parentSchema: schema15.properties.limits,
          data: data41,
        };
        if (vErrors === null) {
          vErrors = [err120];
        } else {
          vErrors.push(err120);
        }
        errors++;
      }
    }
    if (data.allowedCapabilities !== undefined) {
      let data46 = data.allowedCapabilities;
      if (Array.isArray(data46)) {
        if (data46.length > 6) {
          const err121 = {
            instancePath: instancePath + '/allowedCapabilities',
            schemaPath: '#/properties/allowedCapabilities/maxItems',
            keyword: 'maxItems',
            params: { limit: 6 },
            schema: 6,
            parentSchema: schema15.properties.allowedCapabilities,
            data: data46,
          };
          if (vErrors === null) {
            vErrors = [err121];
          } else {
            vErrors.push(err121);
          }
          errors++;
        }
        const len7 = data46.length;
        for (let i7 = 0; i7 < len7; i7++) {
          let data47 = data46[i7];
          if (typeof data47 !== 'string') {
            const err122 = {
              instancePath: instancePath + '/allowedCapabilities/' + i7,
              schemaPath: 'Capability/type',
              keyword: 'type',
              params: { type: 'string' },
              schema: schema20.type,
              parentSchema: schema20,
              data: data47,
            };
            if (vErrors === null) {
              vErrors = [err122];
            } else {
              vErrors.push(err122);
            }
            errors++;
          }
          if (!(
            data47 === 'functional' ||
            data47 === 'contract' ||
            data47 === 'performance' ||
            data47 === 'security' ||
            data47 === 'resilience' ||
            data47 === 'data-quality'
          )) {
            const err123 = {
              instancePath: instancePath + '/allowedCapabilities/' + i7,
              schemaPath: 'Capability/enum',
              keyword: 'enum',
              params: { allowedValues: schema20.enum },
              schema: schema20.enum,
              parentSchema: schema20,
              data: data47,
            };
            if (vErrors === null) {
              vErrors = [err123];
            } else {
              vErrors.push(err123);
            }
            errors++;
          }
        }
        let i8 = data46.length;
        let j0;
        if (i8 > 1) {
          outer0: for (; i8--;) {
            for (j0 = i8; j0--;) {
              if (func0(data46[i8], data46[j0])) {
                const err124 = {
                  instancePath: instancePath + '/allowedCapabilities',
                  schemaPath: '#/properties/allowedCapabilities/uniqueItems',
                  keyword: 'uniqueItems',
                  params: { i: i8, j: j0 },
                  schema: true,
                  parentSchema: schema15.properties.allowedCapabilities,
                  data: data46,
                };
                if (vErrors === null) {
                  vErrors = [err124];
                } else {
                  vErrors.push(err124);
                }
                errors++;
                break outer0;
              }
            }
          }
        }
      } else {
        const err125 = {
          instancePath: instancePath + '/allowedCapabilities',
          schemaPath: '#/properties/allowedCapabilities/type',
          keyword: 'type',
          params: { type: 'array' },
          schema: schema15.properties.allowedCapabilities.type,
          parentSchema: schema15.properties.allowedCapabilities,
          data: data46,
        };
        if (vErrors === null) {
          vErrors = [err125];
        } else {
          vErrors.push(err125);
        }
        errors++;
      }
    }
    if (data.capture !== undefined) {
      let data48 = data.capture;
      if (typeof data48 !== 'string' && !(data48 && typeof data48 == 'object' && !Array.isArray(data48))) {
        const err126 = {
          instancePath: instancePath + '/capture',
          schemaPath: '#/properties/capture/type',
          keyword: 'type',
          params: { type: schema15.properties.capture.type },
          schema: schema15.properties.capture.type,
          parentSchema: schema15.properties.capture,
          data: data48,
        };
        if (vErrors === null) {
          vErrors = [err126];
        } else {
          vErrors.push(err126);
        }
        errors++;
      }
      const _errs120 = errors;
      let valid37 = true;
      const _errs121 = errors;
      if (typeof data48 !== 'string') {
        const err127 = {};
        if (vErrors === null) {
          vErrors = [err127];
        } else {
          vErrors.push(err127);
        }
        errors++;
      }
      var _valid0 = _errs121 === errors;
      errors = _errs120;
      if (vErrors !== null) {
        if (_errs120) {
          vErrors.length = _errs120;
        } else {
          vErrors = null;
        }
      }
      if (_valid0) {
        const _errs123 = errors;
        if (typeof data48 !== 'string') {
          const err128 = {
            instancePath: instancePath + '/capture',
            schemaPath: '#/properties/capture/allOf/0/then/type',
            keyword: 'type',
            params: { type: 'string' },
            schema: schema15.properties.capture.allOf[0].then.type,
            parentSchema: schema15.properties.capture.allOf[0].then,
            data: data48,
          };
          if (vErrors === null) {
            vErrors = [err128];
          } else {
            vErrors.push(err128);
          }
          errors++;
        }
        if (!(data48 === 'masked' || data48 === 'none')) {
          const err129 = {
            instancePath: instancePath + '/capture',
            schemaPath: '#/properties/capture/allOf/0/then/enum',
            keyword: 'enum',
            params: { allowedValues: schema15.properties.capture.allOf[0].then.enum },
            schema: schema15.properties.capture.allOf[0].then.enum,
            parentSchema: schema15.properties.capture.allOf[0].then,
            data: data48,
          };
          if (vErrors === null) {
            vErrors = [err129];
          } else {
            vErrors.push(err129);
          }
          errors++;
        }
        var _valid0 = _errs123 === errors;
        valid37 = _valid0;
      }
      if (!valid37) {
        const err130 = {
          instancePath: instancePath + '/capture',
          schemaPath: '#/properties/capture/allOf/0/if',
          keyword: 'if',
          params: { failingKeyword: 'then' },
          schema: schema15.properties.capture.allOf[0].if,
          parentSchema: schema15.properties.capture.allOf[0],
          data: data48,
        };
        if (vErrors === null) {
          vErrors = [err130];
        } else {
          vErrors.push(err130);
        }
        errors++;
      }
      const _errs126 = errors;
      let valid38 = true;
      const _errs127 = errors;
      if (!(data48 && typeof data48 == 'object' && !Array.isArray(data48))) {
        const err131 = {};
        if (vErrors === null) {
          vErrors = [err131];
        } else {
          vErrors.push(err131);
        }
        errors++;
      }
      var _valid1 = _errs127 === errors;
      errors = _errs126;
      if (vErrors !== null) {
        if (_errs126) {
          vErrors.length = _errs126;
        } else {
          vErrors = null;
        }
      }
      if (_valid1) {
        const _errs129 = errors;
        if (data48 && typeof data48 == 'object' && !Array.isArray(data48)) {
          if (data48.allowlist === undefined) {
            const err132 = {
              instancePath: instancePath + '/capture',
              schemaPath: '#/properties/capture/allOf/1/then/required',
              keyword: 'required',
              params: { missingProperty: 'allowlist' },
              schema: schema15.properties.capture.allOf[1].then.required,
              parentSchema: schema15.properties.capture.allOf[1].then,
              data: data48,
            };
            if (vErrors === null) {
              vErrors = [err132];
            } else {
              vErrors.push(err132);
            }
            errors++;
          }
          for (const key14 in data48) {
            if (!(key14 === 'allowlist')) {
              const err133 = {
                instancePath: instancePath + '/capture',
                schemaPath: '#/properties/capture/allOf/1/then/additionalProperties',
                keyword: 'additionalProperties',
                params: { additionalProperty: key14 },
                schema: false,
                parentSchema: schema15.properties.capture.allOf[1].then,
                data: data48,
              };
              if (vErrors === null) {
                vErrors = [err133];
              } else {
                vErrors.push(err133);
              }
              errors++;
            }
          }
          if (data48.allowlist !== undefined) {
            let data49 = data48.allowlist;
            if (Array.isArray(data49)) {
              if (data49.length > 200) {
                const err134 = {
                  instancePath: instancePath + '/capture/allowlist',
                  schemaPath: '#/properties/capture/allOf/1/then/properties/allowlist/maxItems',
                  keyword: 'maxItems',
                  params: { limit: 200 },
                  schema: 200,
                  parentSchema: schema15.properties.capture.allOf[1].then.properties.allowlist,
                  data: data49,
                };
                if (vErrors === null) {
                  vErrors = [err134];
                } else {
                  vErrors.push(err134);
                }
                errors++;
              }
              const len8 = data49.length;
              for (let i9 = 0; i9 < len8; i9++) {
                let data50 = data49[i9];
                if (typeof data50 === 'string') {
                  if (func3(data50) > 200) {
                    const err135 = {
                      instancePath: instancePath + '/capture/allowlist/' + i9,
                      schemaPath: '#/properties/capture/allOf/1/then/properties/allowlist/items/maxLength',
                      keyword: 'maxLength',
                      params: { limit: 200 },
                      schema: 200,
                      parentSchema: schema15.properties.capture.allOf[1].then.properties.allowlist.items,
                      data: data50,
                    };
                    if (vErrors === null) {
                      vErrors = [err135];
                    } else {
                      vErrors.push(err135);
                    }
                    errors++;
                  }
                  if (func3(data50) < 1) {
                    const err136 = {
                      instancePath: instancePath + '/capture/allowlist/' + i9,
                      schemaPath: '#/properties/capture/allOf/1/then/properties/allowlist/items/minLength',
                      keyword: 'minLength',
                      params: { limit: 1 },
                      schema: 1,
                      parentSchema: schema15.properties.capture.allOf[1].then.properties.allowlist.items,
                      data: data50,
                    };
                    if (vErrors === null) {
                      vErrors = [err136];
                    } else {
                      vErrors.push(err136);
                    }
                    errors++;
                  }
                } else {
                  const err137 = {
                    instancePath: instancePath + '/capture/allowlist/' + i9,
                    schemaPath: '#/properties/capture/allOf/1/then/properties/allowlist/items/type',
                    keyword: 'type',
                    params: { type: 'string' },
                    schema: schema15.properties.capture.allOf[1].then.properties.allowlist.items.type,
                    parentSchema: schema15.properties.capture.allOf[1].then.properties.allowlist.items,
                    data: data50,
                  };
                  if (vErrors === null) {
                    vErrors = [err137];
                  } else {
                    vErrors.push(err137);
                  }
                  errors++;
                }
              }
            } else {
              const err138 = {
                instancePath: instancePath + '/capture/allowlist',
                schemaPath: '#/properties/capture/allOf/1/then/properties/allowlist/type',
                keyword: 'type',
                params: { type: 'array' },
                schema: schema15.properties.capture.allOf[1].then.properties.allowlist.type,
                parentSchema: schema15.properties.capture.allOf[1].then.properties.allowlist,
                data: data49,
              };
              if (vErrors === null) {
                vErrors = [err138];
              } else {
                vErrors.push(err138);
              }
              errors++;
            }
          }
        } else {
          const err139 = {
            instancePath: instancePath + '/capture',
            schemaPath: '#/properties/capture/allOf/1/then/type',
            keyword: 'type',
            params: { type: 'object' },
            schema: schema15.properties.capture.allOf[1].then.type,
            parentSchema: schema15.properties.capture.allOf[1].then,
            data: data48,
          };
          if (vErrors === null) {
            vErrors = [err139];
          } else {
            vErrors.push(err139);
          }
          errors++;
        }
        var _valid1 = _errs129 === errors;
        valid38 = _valid1;
      }
      if (!valid38) {
        const err140 = {
          instancePath: instancePath + '/capture',
          schemaPath: '#/properties/capture/allOf/1/if',
          keyword: 'if',
          params: { failingKeyword: 'then' },
          schema: schema15.properties.capture.allOf[1].if,
          parentSchema: schema15.properties.capture.allOf[1],
          data: data48,
        };
        if (vErrors === null) {
          vErrors = [err140];
        } else {
          vErrors.push(err140);
        }
        errors++;
      }
    }
  } else {
    const err141 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      schema: schema15.type,
      parentSchema: schema15,
      data,
    };
    if (vErrors === null) {
      vErrors = [err141];
    } else {
      vErrors.push(err141);
    }
    errors++;
  }
  validate13.errors = vErrors;
  return errors === 0;
}

function validate12(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="validateEnvironmentRequest" */ let vErrors = null;
  let errors = 0;
  if (!validate13(data, { instancePath, parentData, parentDataProperty, rootData })) {
    vErrors = joinErrors(vErrors, validate13.errors);
    errors = vErrors.length;
  }
  validate12.errors = vErrors;
  return errors === 0;
}

export const validateGetContextSuiteParameter = validate15;
const schema21 = { $ref: 'SuiteSelector', $id: 'validateGetContextSuiteParameter' };
const schema22 = {
  type: 'string',
  pattern: '^[a-z0-9][a-z0-9-]{0,62}(\\.[a-z0-9][a-z0-9-]{0,62})?$',
  $id: 'SuiteSelector',
};
const pattern19 = /* @__PURE__ */ new RegExp('^[a-z0-9][a-z0-9-]{0,62}(\\.[a-z0-9][a-z0-9-]{0,62})?$', 'u');

function validate15(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="validateGetContextSuiteParameter" */ let vErrors = null;
  let errors = 0;
  if (typeof data === 'string') {
    if (!pattern19.test(data)) {
      const err0 = {
        instancePath,
        schemaPath: 'SuiteSelector/pattern',
        keyword: 'pattern',
        params: { pattern: '^[a-z0-9][a-z0-9-]{0,62}(\\.[a-z0-9][a-z0-9-]{0,62})?$' },
        schema: '^[a-z0-9][a-z0-9-]{0,62}(\\.[a-z0-9][a-z0-9-]{0,62})?$',
        parentSchema: schema22,
        data,
      };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = {
      instancePath,
      schemaPath: 'SuiteSelector/type',
      keyword: 'type',
      params: { type: 'string' },
      schema: schema22.type,
      parentSchema: schema22,
      data,
    };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate15.errors = vErrors;
  return errors === 0;
}

export const validateGetHarSuiteParameter = validate16;
const schema23 = { $ref: 'SuiteSelector', $id: 'validateGetHarSuiteParameter' };

function validate16(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="validateGetHarSuiteParameter" */ let vErrors = null;
  let errors = 0;
  if (typeof data === 'string') {
    if (!pattern19.test(data)) {
      const err0 = {
        instancePath,
        schemaPath: 'SuiteSelector/pattern',
        keyword: 'pattern',
        params: { pattern: '^[a-z0-9][a-z0-9-]{0,62}(\\.[a-z0-9][a-z0-9-]{0,62})?$' },
        schema: '^[a-z0-9][a-z0-9-]{0,62}(\\.[a-z0-9][a-z0-9-]{0,62})?$',
        parentSchema: schema22,
        data,
      };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = {
      instancePath,
      schemaPath: 'SuiteSelector/type',
      keyword: 'type',
      params: { type: 'string' },
      schema: schema22.type,
      parentSchema: schema22,
      data,
    };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate16.errors = vErrors;
  return errors === 0;
}

export const validateGetHarVerdictParameter = validate17;
const schema25 = { $ref: 'Verdict', $id: 'validateGetHarVerdictParameter' };
const schema26 = { type: 'string', enum: ['passed', 'failed', 'errored', 'skipped'], $id: 'Verdict' };

function validate17(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="validateGetHarVerdictParameter" */ let vErrors = null;
  let errors = 0;
  if (typeof data !== 'string') {
    const err0 = {
      instancePath,
      schemaPath: 'Verdict/type',
      keyword: 'type',
      params: { type: 'string' },
      schema: schema26.type,
      parentSchema: schema26,
      data,
    };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (!(data === 'passed' || data === 'failed' || data === 'errored' || data === 'skipped')) {
    const err1 = {
      instancePath,
      schemaPath: 'Verdict/enum',
      keyword: 'enum',
      params: { allowedValues: schema26.enum },
      schema: schema26.enum,
      parentSchema: schema26,
      data,
    };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate17.errors = vErrors;
  return errors === 0;
}

export const validateGetLogsCaseParameter = validate18;
const schema27 = { type: 'string', minLength: 1, maxLength: 250, $id: 'validateGetLogsCaseParameter' };

function validate18(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="validateGetLogsCaseParameter" */ let vErrors = null;
  let errors = 0;
  if (typeof data === 'string') {
    if (func3(data) > 250) {
      const err0 = {
        instancePath,
        schemaPath: '#/maxLength',
        keyword: 'maxLength',
        params: { limit: 250 },
        schema: 250,
        parentSchema: schema27,
        data,
      };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (func3(data) < 1) {
      const err1 = {
        instancePath,
        schemaPath: '#/minLength',
        keyword: 'minLength',
        params: { limit: 1 },
        schema: 1,
        parentSchema: schema27,
        data,
      };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
  } else {
    const err2 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'string' },
      schema: schema27.type,
      parentSchema: schema27,
      data,
    };
    if (vErrors === null) {
      vErrors = [err2];
    } else {
      vErrors.push(err2);
    }
    errors++;
  }
  validate18.errors = vErrors;
  return errors === 0;
}

export const validateGetLogsLevelParameter = validate19;
const schema28 = { type: 'string', enum: ['debug', 'info', 'warn', 'error'], $id: 'validateGetLogsLevelParameter' };

function validate19(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="validateGetLogsLevelParameter" */ let vErrors = null;
  let errors = 0;
  if (typeof data !== 'string') {
    const err0 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'string' },
      schema: schema28.type,
      parentSchema: schema28,
      data,
    };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (!(data === 'debug' || data === 'info' || data === 'warn' || data === 'error')) {
    const err1 = {
      instancePath,
      schemaPath: '#/enum',
      keyword: 'enum',
      params: { allowedValues: schema28.enum },
      schema: schema28.enum,
      parentSchema: schema28,
      data,
    };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate19.errors = vErrors;
  return errors === 0;
}

export const validateGetLogsShardParameter = validate20;
const schema29 = { type: 'integer', minimum: 0, maximum: 999, $id: 'validateGetLogsShardParameter' };

function validate20(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="validateGetLogsShardParameter" */ let vErrors = null;
  let errors = 0;
  if (!(typeof data == 'number' && !(data % 1) && !isNaN(data) && isFinite(data))) {
    const err0 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'integer' },
      schema: schema29.type,
      parentSchema: schema29,
      data,
    };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (typeof data == 'number' && isFinite(data)) {
    if (data > 999 || isNaN(data)) {
      const err1 = {
        instancePath,
        schemaPath: '#/maximum',
        keyword: 'maximum',
        params: { comparison: '<=', limit: 999 },
        schema: 999,
        parentSchema: schema29,
        data,
      };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data < 0 || isNaN(data)) {
      const err2 = {
        instancePath,
        schemaPath: '#/minimum',
        keyword: 'minimum',
        params: { comparison: '>=', limit: 0 },
        schema: 0,
        parentSchema: schema29,
        data,
      };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
  }
  validate20.errors = vErrors;
  return errors === 0;
}

export const validateGetResultsSuiteParameter = validate21;
const schema30 = { $ref: 'SuiteSelector', $id: 'validateGetResultsSuiteParameter' };

function validate21(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="validateGetResultsSuiteParameter" */ let vErrors = null;
  let errors = 0;
  if (typeof data === 'string') {
    if (!pattern19.test(data)) {
      const err0 = {
        instancePath,
        schemaPath: 'SuiteSelector/pattern',
        keyword: 'pattern',
        params: { pattern: '^[a-z0-9][a-z0-9-]{0,62}(\\.[a-z0-9][a-z0-9-]{0,62})?$' },
        schema: '^[a-z0-9][a-z0-9-]{0,62}(\\.[a-z0-9][a-z0-9-]{0,62})?$',
        parentSchema: schema22,
        data,
      };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = {
      instancePath,
      schemaPath: 'SuiteSelector/type',
      keyword: 'type',
      params: { type: 'string' },
      schema: schema22.type,
      parentSchema: schema22,
      data,
    };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate21.errors = vErrors;
  return errors === 0;
}

export const validateGetResultsVerdictParameter = validate22;
const schema32 = { $ref: 'Verdict', $id: 'validateGetResultsVerdictParameter' };

function validate22(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="validateGetResultsVerdictParameter" */ let vErrors = null;
  let errors = 0;
  if (typeof data !== 'string') {
    const err0 = {
      instancePath,
      schemaPath: 'Verdict/type',
      keyword: 'type',
      params: { type: 'string' },
      schema: schema26.type,
      parentSchema: schema26,
      data,
    };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (!(data === 'passed' || data === 'failed' || data === 'errored' || data === 'skipped')) {
    const err1 = {
      instancePath,
      schemaPath: 'Verdict/enum',
      keyword: 'enum',
      params: { allowedValues: schema26.enum },
      schema: schema26.enum,
      parentSchema: schema26,
      data,
    };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate22.errors = vErrors;
  return errors === 0;
}

export const validateGetRunWaitParameter = validate23;
const schema34 = { type: 'integer', minimum: 0, maximum: 20, $id: 'validateGetRunWaitParameter' };

function validate23(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="validateGetRunWaitParameter" */ let vErrors = null;
  let errors = 0;
  if (!(typeof data == 'number' && !(data % 1) && !isNaN(data) && isFinite(data))) {
    const err0 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'integer' },
      schema: schema34.type,
      parentSchema: schema34,
      data,
    };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (typeof data == 'number' && isFinite(data)) {
    if (data > 20 || isNaN(data)) {
      const err1 = {
        instancePath,
        schemaPath: '#/maximum',
        keyword: 'maximum',
        params: { comparison: '<=', limit: 20 },
        schema: 20,
        parentSchema: schema34,
        data,
      };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data < 0 || isNaN(data)) {
      const err2 = {
        instancePath,
        schemaPath: '#/minimum',
        keyword: 'minimum',
        params: { comparison: '>=', limit: 0 },
        schema: 0,
        parentSchema: schema34,
        data,
      };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
  }
  validate23.errors = vErrors;
  return errors === 0;
}

export const validateGetSuiteIncludeParameter = validate24;
const schema35 = { type: 'string', enum: ['definition'], $id: 'validateGetSuiteIncludeParameter' };

function validate24(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="validateGetSuiteIncludeParameter" */ let vErrors = null;
  let errors = 0;
  if (typeof data !== 'string') {
    const err0 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'string' },
      schema: schema35.type,
      parentSchema: schema35,
      data,
    };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (!(data === 'definition')) {
    const err1 = {
      instancePath,
      schemaPath: '#/enum',
      keyword: 'enum',
      params: { allowedValues: schema35.enum },
      schema: schema35.enum,
      parentSchema: schema35,
      data,
    };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate24.errors = vErrors;
  return errors === 0;
}

export const validateHookIdParameter = validate25;
const schema36 = { type: 'string', pattern: '^[0-9a-f]{32}$', $id: 'validateHookIdParameter' };
const pattern22 = /* @__PURE__ */ new RegExp('^[0-9a-f]{32}$', 'u');

function validate25(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="validateHookIdParameter" */ let vErrors = null;
  let errors = 0;
  if (typeof data === 'string') {
    if (!pattern22.test(data)) {
      const err0 = {
        instancePath,
        schemaPath: '#/pattern',
        keyword: 'pattern',
        params: { pattern: '^[0-9a-f]{32}$' },
        schema: '^[0-9a-f]{32}$',
        parentSchema: schema36,
        data,
      };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'string' },
      schema: schema36.type,
      parentSchema: schema36,
      data,
    };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate25.errors = vErrors;
  return errors === 0;
}

export const validateIdempotencyKeyParameter = validate26;
const schema37 = { type: 'string', pattern: '^[!-~]{1,255}$', $id: 'validateIdempotencyKeyParameter' };
const pattern23 = /* @__PURE__ */ new RegExp('^[!-~]{1,255}$', 'u');

function validate26(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="validateIdempotencyKeyParameter" */ let vErrors = null;
  let errors = 0;
  if (typeof data === 'string') {
    if (!pattern23.test(data)) {
      const err0 = {
        instancePath,
        schemaPath: '#/pattern',
        keyword: 'pattern',
        params: { pattern: '^[!-~]{1,255}$' },
        schema: '^[!-~]{1,255}$',
        parentSchema: schema37,
        data,
      };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'string' },
      schema: schema37.type,
      parentSchema: schema37,
      data,
    };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate26.errors = vErrors;
  return errors === 0;
}

export const validateIfMatchParameter = validate27;
const schema38 = { type: 'string', pattern: '^"[0-9]{1,15}"$', $id: 'validateIfMatchParameter' };
const pattern24 = /* @__PURE__ */ new RegExp('^"[0-9]{1,15}"$', 'u');

function validate27(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="validateIfMatchParameter" */ let vErrors = null;
  let errors = 0;
  if (typeof data === 'string') {
    if (!pattern24.test(data)) {
      const err0 = {
        instancePath,
        schemaPath: '#/pattern',
        keyword: 'pattern',
        params: { pattern: '^"[0-9]{1,15}"$' },
        schema: '^"[0-9]{1,15}"$',
        parentSchema: schema38,
        data,
      };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'string' },
      schema: schema38.type,
      parentSchema: schema38,
      data,
    };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate27.errors = vErrors;
  return errors === 0;
}

export const validateIfNoneMatchParameter = validate28;
const schema39 = { type: 'string', minLength: 1, maxLength: 200, $id: 'validateIfNoneMatchParameter' };

function validate28(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="validateIfNoneMatchParameter" */ let vErrors = null;
  let errors = 0;
  if (typeof data === 'string') {
    if (func3(data) > 200) {
      const err0 = {
        instancePath,
        schemaPath: '#/maxLength',
        keyword: 'maxLength',
        params: { limit: 200 },
        schema: 200,
        parentSchema: schema39,
        data,
      };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (func3(data) < 1) {
      const err1 = {
        instancePath,
        schemaPath: '#/minLength',
        keyword: 'minLength',
        params: { limit: 1 },
        schema: 1,
        parentSchema: schema39,
        data,
      };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
  } else {
    const err2 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'string' },
      schema: schema39.type,
      parentSchema: schema39,
      data,
    };
    if (vErrors === null) {
      vErrors = [err2];
    } else {
      vErrors.push(err2);
    }
    errors++;
  }
  validate28.errors = vErrors;
  return errors === 0;
}

export const validateLimitParameter = validate29;
const schema40 = { type: 'integer', minimum: 1, maximum: 1000, $id: 'validateLimitParameter' };

function validate29(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="validateLimitParameter" */ let vErrors = null;
  let errors = 0;
  if (!(typeof data == 'number' && !(data % 1) && !isNaN(data) && isFinite(data))) {
    const err0 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'integer' },
      schema: schema40.type,
      parentSchema: schema40,
      data,
    };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (typeof data == 'number' && isFinite(data)) {
    if (data > 1000 || isNaN(data)) {
      const err1 = {
        instancePath,
        schemaPath: '#/maximum',
        keyword: 'maximum',
        params: { comparison: '<=', limit: 1000 },
        schema: 1000,
        parentSchema: schema40,
        data,
      };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data < 1 || isNaN(data)) {
      const err2 = {
        instancePath,
        schemaPath: '#/minimum',
        keyword: 'minimum',
        params: { comparison: '>=', limit: 1 },
        schema: 1,
        parentSchema: schema40,
        data,
      };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
  }
  validate29.errors = vErrors;
  return errors === 0;
}

export const validateListRunsEnvironmentParameter = validate30;
const schema41 = { $ref: 'Id', $id: 'validateListRunsEnvironmentParameter' };

function validate30(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="validateListRunsEnvironmentParameter" */ let vErrors = null;
  let errors = 0;
  if (typeof data === 'string') {
    if (!pattern1.test(data)) {
      const err0 = {
        instancePath,
        schemaPath: 'Id/pattern',
        keyword: 'pattern',
        params: { pattern: '^[a-z0-9][a-z0-9-]{0,62}$' },
        schema: '^[a-z0-9][a-z0-9-]{0,62}$',
        parentSchema: schema13,
        data,
      };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = {
      instancePath,
      schemaPath: 'Id/type',
      keyword: 'type',
      params: { type: 'string' },
      schema: schema13.type,
      parentSchema: schema13,
      data,
    };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate30.errors = vErrors;
  return errors === 0;
}

export const validateListRunsFromParameter = validate31;
const schema43 = { type: 'string', format: 'date-time', $id: 'validateListRunsFromParameter' };
const formats0 =
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])[Tt]([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d{1,9})?([Zz]|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

function validate31(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="validateListRunsFromParameter" */ let vErrors = null;
  let errors = 0;
  if (typeof data === 'string') {
    if (!formats0.test(data)) {
      const err0 = {
        instancePath,
        schemaPath: '#/format',
        keyword: 'format',
        params: { format: 'date-time' },
        schema: 'date-time',
        parentSchema: schema43,
        data,
      };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'string' },
      schema: schema43.type,
      parentSchema: schema43,
      data,
    };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate31.errors = vErrors;
  return errors === 0;
}

export const validateListRunsLabelParameter = validate32;
const schema44 = {
  type: 'string',
  pattern: '^[A-Za-z][A-Za-z0-9_.-]{0,62}=.{1,256}$',
  $id: 'validateListRunsLabelParameter',
};
const pattern26 = /* @__PURE__ */ new RegExp('^[A-Za-z][A-Za-z0-9_.-]{0,62}=.{1,256}$', 'u');

function validate32(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="validateListRunsLabelParameter" */ let vErrors = null;
  let errors = 0;
  if (typeof data === 'string') {
    if (!pattern26.test(data)) {
      const err0 = {
        instancePath,
        schemaPath: '#/pattern',
        keyword: 'pattern',
        params: { pattern: '^[A-Za-z][A-Za-z0-9_.-]{0,62}=.{1,256}$' },
        schema: '^[A-Za-z][A-Za-z0-9_.-]{0,62}=.{1,256}$',
        parentSchema: schema44,
        data,
      };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'string' },
      schema: schema44.type,
      parentSchema: schema44,
      data,
    };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate32.errors = vErrors;
  return errors === 0;
}

export const validateListRunsServiceParameter = validate33;
const schema45 = { $ref: 'Id', $id: 'validateListRunsServiceParameter' };

function validate33(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="validateListRunsServiceParameter" */ let vErrors = null;
  let errors = 0;
  if (typeof data === 'string') {
    if (!pattern1.test(data)) {
      const err0 = {
        instancePath,
        schemaPath: 'Id/pattern',
        keyword: 'pattern',
        params: { pattern: '^[a-z0-9][a-z0-9-]{0,62}$' },
        schema: '^[a-z0-9][a-z0-9-]{0,62}$',
        parentSchema: schema13,
        data,
      };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = {
      instancePath,
      schemaPath: 'Id/type',
      keyword: 'type',
      params: { type: 'string' },
      schema: schema13.type,
      parentSchema: schema13,
      data,
    };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate33.errors = vErrors;
  return errors === 0;
}

export const validateListRunsStateParameter = validate34;
const schema47 = { $ref: 'RunState', $id: 'validateListRunsStateParameter' };
const schema48 = {
  type: 'string',
  enum: ['accepted', 'planning', 'running', 'judging', 'judged', 'sealed'],
  $id: 'RunState',
};

function validate34(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="validateListRunsStateParameter" */ let vErrors = null;
  let errors = 0;
  if (typeof data !== 'string') {
    const err0 = {
      instancePath,
      schemaPath: 'RunState/type',
      keyword: 'type',
      params: { type: 'string' },
      schema: schema48.type,
      parentSchema: schema48,
      data,
    };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (!(
    data === 'accepted' ||
    data === 'planning' ||
    data === 'running' ||
    data === 'judging' ||
    data === 'judged' ||
    data === 'sealed'
  )) {
    const err1 = {
      instancePath,
      schemaPath: 'RunState/enum',
      keyword: 'enum',
      params: { allowedValues: schema48.enum },
      schema: schema48.enum,
      parentSchema: schema48,
      data,
    };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate34.errors = vErrors;
  return errors === 0;
}

export const validateListRunsToParameter = validate35;
const schema49 = { type: 'string', format: 'date-time', $id: 'validateListRunsToParameter' };

function validate35(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="validateListRunsToParameter" */ let vErrors = null;
  let errors = 0;
  if (typeof data === 'string') {
    if (!formats0.test(data)) {
      const err0 = {
        instancePath,
        schemaPath: '#/format',
        keyword: 'format',
        params: { format: 'date-time' },
        schema: 'date-time',
        parentSchema: schema49,
        data,
      };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'string' },
      schema: schema49.type,
      parentSchema: schema49,
      data,
    };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate35.errors = vErrors;
  return errors === 0;
}

export const validateListSuitesServiceParameter = validate36;
const schema50 = { $ref: 'Id', $id: 'validateListSuitesServiceParameter' };

function validate36(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="validateListSuitesServiceParameter" */ let vErrors = null;
  let errors = 0;
  if (typeof data === 'string') {
    if (!pattern1.test(data)) {
      const err0 = {
        instancePath,
        schemaPath: 'Id/pattern',
        keyword: 'pattern',
        params: { pattern: '^[a-z0-9][a-z0-9-]{0,62}$' },
        schema: '^[a-z0-9][a-z0-9-]{0,62}$',
        parentSchema: schema13,
        data,
      };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = {
      instancePath,
      schemaPath: 'Id/type',
      keyword: 'type',
      params: { type: 'string' },
      schema: schema13.type,
      parentSchema: schema13,
      data,
    };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate36.errors = vErrors;
  return errors === 0;
}

export const validateRerunRequest = validate37;
const schema52 = { $ref: 'RerunRequest', $id: 'validateRerunRequest' };
const schema53 = {
  type: 'object',
  additionalProperties: false,
  properties: { only: { type: 'string', enum: ['failed', 'lost', 'failed-or-lost'] } },
  $id: 'RerunRequest',
};

function validate37(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="validateRerunRequest" */ let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === 'only')) {
        const err0 = {
          instancePath,
          schemaPath: 'RerunRequest/additionalProperties',
          keyword: 'additionalProperties',
          params: { additionalProperty: key0 },
          schema: false,
          parentSchema: schema53,
          data,
        };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.only !== undefined) {
      let data0 = data.only;
      if (typeof data0 !== 'string') {
        const err1 = {
          instancePath: instancePath + '/only',
          schemaPath: 'RerunRequest/properties/only/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema53.properties.only.type,
          parentSchema: schema53.properties.only,
          data: data0,
        };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
      if (!(data0 === 'failed' || data0 === 'lost' || data0 === 'failed-or-lost')) {
        const err2 = {
          instancePath: instancePath + '/only',
          schemaPath: 'RerunRequest/properties/only/enum',
          keyword: 'enum',
          params: { allowedValues: schema53.properties.only.enum },
          schema: schema53.properties.only.enum,
          parentSchema: schema53.properties.only,
          data: data0,
        };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
  } else {
    const err3 = {
      instancePath,
      schemaPath: 'RerunRequest/type',
      keyword: 'type',
      params: { type: 'object' },
      schema: schema53.type,
      parentSchema: schema53,
      data,
    };
    if (vErrors === null) {
      vErrors = [err3];
    } else {
      vErrors.push(err3);
    }
    errors++;
  }
  validate37.errors = vErrors;
  return errors === 0;
}

export const validateRuleParameter = validate38;
const schema54 = { $ref: 'Id', $id: 'validateRuleParameter' };

function validate38(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="validateRuleParameter" */ let vErrors = null;
  let errors = 0;
  if (typeof data === 'string') {
    if (!pattern1.test(data)) {
      const err0 = {
        instancePath,
        schemaPath: 'Id/pattern',
        keyword: 'pattern',
        params: { pattern: '^[a-z0-9][a-z0-9-]{0,62}$' },
        schema: '^[a-z0-9][a-z0-9-]{0,62}$',
        parentSchema: schema13,
        data,
      };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = {
      instancePath,
      schemaPath: 'Id/type',
      keyword: 'type',
      params: { type: 'string' },
      schema: schema13.type,
      parentSchema: schema13,
      data,
    };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate38.errors = vErrors;
  return errors === 0;
}

export const validateRunIdParameter = validate39;
const schema56 = { $ref: 'RunId', $id: 'validateRunIdParameter' };
const schema57 = { type: 'string', pattern: '^r[0-9a-hjkmnp-tv-z]{26}$', $id: 'RunId' };
const pattern30 = /* @__PURE__ */ new RegExp('^r[0-9a-hjkmnp-tv-z]{26}$', 'u');

function validate39(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="validateRunIdParameter" */ let vErrors = null;
  let errors = 0;
  if (typeof data === 'string') {
    if (!pattern30.test(data)) {
      const err0 = {
        instancePath,
        schemaPath: 'RunId/pattern',
        keyword: 'pattern',
        params: { pattern: '^r[0-9a-hjkmnp-tv-z]{26}$' },
        schema: '^r[0-9a-hjkmnp-tv-z]{26}$',
        parentSchema: schema57,
        data,
      };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = {
      instancePath,
      schemaPath: 'RunId/type',
      keyword: 'type',
      params: { type: 'string' },
      schema: schema57.type,
      parentSchema: schema57,
      data,
    };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate39.errors = vErrors;
  return errors === 0;
}

export const validateRunRequest = validate40;
const schema58 = { $ref: 'RunRequest', $id: 'validateRunRequest' };
const schema59 = {
  type: 'object',
  additionalProperties: false,
  properties: {
    service: { $ref: 'Id' },
    version: { $ref: 'Version' },
    tags: { $ref: 'TagSelector' },
    capability: { $ref: 'CapabilitySelector' },
    suites: { type: 'array', items: { $ref: 'SuiteSelector' }, minItems: 1, maxItems: 200 },
    cases: { type: 'array', items: { $ref: 'CaseSelector' }, minItems: 1, maxItems: 1000 },
    environment: { $ref: 'Id' },
    name: { type: 'string', minLength: 1, maxLength: 200 },
    description: { type: 'string', maxLength: 2000 },
    labels: { $ref: 'Labels' },
    gate: { $ref: 'GateRules' },
    executor: { $ref: 'Executor' },
    shards: { type: 'integer', minimum: 1, maximum: 100 },
    failFast: { type: 'boolean' },
    deadlineMinutes: { type: 'integer', minimum: 1, maximum: 480 },
    dryRun: { type: 'boolean' },
  },
  $id: 'RunRequest',
};
const schema61 = { type: 'string', pattern: '^[A-Za-z0-9][A-Za-z0-9._+-]{0,63}$', $id: 'Version' };
const schema71 = {
  type: 'string',
  pattern: '^(([a-z0-9][a-z0-9-]{0,62}\\.)?[a-z0-9][a-z0-9-]{0,62}/)?[a-z0-9][a-z0-9-]{0,62}$',
  $id: 'CaseSelector',
};
const schema73 = {
  type: 'object',
  maxProperties: 20,
  propertyNames: { pattern: '^[A-Za-z][A-Za-z0-9_.-]{0,62}$' },
  additionalProperties: { type: 'string', minLength: 1, maxLength: 256 },
  $id: 'Labels',
};
const schema76 = { type: 'string', enum: ['lambda', 'fargate'], $id: 'Executor' };
const pattern32 = /* @__PURE__ */ new RegExp('^[A-Za-z0-9][A-Za-z0-9._+-]{0,63}$', 'u');
const pattern38 = /* @__PURE__ */ new RegExp(
  '^(([a-z0-9][a-z0-9-]{0,62}\\.)?[a-z0-9][a-z0-9-]{0,62}/)?[a-z0-9][a-z0-9-]{0,62}$',
  'u',
);
const pattern40 = /* @__PURE__ */ new RegExp('^[A-Za-z][A-Za-z0-9_.-]{0,62}$', 'u');
const schema62 = {
  type: ['array', 'object'],
  allOf: [
    { if: { type: 'array' }, then: { type: 'array', items: { $ref: 'Tag' }, maxItems: 50 } },
    {
      if: { type: 'object' },
      then: {
        type: 'object',
        additionalProperties: false,
        properties: {
          all: { type: 'array', items: { $ref: 'Tag' }, maxItems: 50 },
          any: { type: 'array', items: { $ref: 'Tag' }, maxItems: 50 },
          none: { type: 'array', items: { $ref: 'Tag' }, maxItems: 50 },
        },
      },
    },
  ],
  $id: 'TagSelector',
};
const schema63 = { type: 'string', pattern: '^[A-Za-z0-9][A-Za-z0-9_.:/-]{0,99}$', $id: 'Tag' };
const pattern33 = /* @__PURE__ */ new RegExp('^[A-Za-z0-9][A-Za-z0-9_.:/-]{0,99}$', 'u');

function validate42(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="TagSelector" */ let vErrors = null;
  let errors = 0;
  if (!data || typeof data != 'object') {
    const err0 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: schema62.type },
      schema: schema62.type,
      parentSchema: schema62,
      data,
    };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  const _errs2 = errors;
  let valid1 = true;
  const _errs3 = errors;
  if (!Array.isArray(data)) {
    const err1 = {};
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  var _valid0 = _errs3 === errors;
  errors = _errs2;
  if (vErrors !== null) {
    if (_errs2) {
      vErrors.length = _errs2;
    } else {
      vErrors = null;
    }
  }
  if (_valid0) {
    const _errs5 = errors;
    if (Array.isArray(data)) {
      if (data.length > 50) {
        const err2 = {
          instancePath,
          schemaPath: '#/allOf/0/then/maxItems',
          keyword: 'maxItems',
          params: { limit: 50 },
          schema: 50,
          parentSchema: schema62.allOf[0].then,
          data,
        };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      const len0 = data.length;
      for (let i0 = 0; i0 < len0; i0++) {
        let data0 = data[i0];
        if (typeof data0 === 'string') {
          if (!pattern33.test(data0)) {
            const err3 = {
              instancePath: instancePath + '/' + i0,
              schemaPath: 'Tag/pattern',
              keyword: 'pattern',
              params: { pattern: '^[A-Za-z0-9][A-Za-z0-9_.:/-]{0,99}$' },
              schema: '^[A-Za-z0-9][A-Za-z0-9_.:/-]{0,99}$',
              parentSchema: schema63,
              data: data0,
            };
            if (vErrors === null) {
              vErrors = [err3];
            } else {
              vErrors.push(err3);
            }
            errors++;
          }
        } else {
          const err4 = {
            instancePath: instancePath + '/' + i0,
            schemaPath: 'Tag/type',
            keyword: 'type',
            params: { type: 'string' },
            schema: schema63.type,
            parentSchema: schema63,
            data: data0,
          };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      }
    } else {
      const err5 = {
        instancePath,
        schemaPath: '#/allOf/0/then/type',
        keyword: 'type',
        params: { type: 'array' },
        schema: schema62.allOf[0].then.type,
        parentSchema: schema62.allOf[0].then,
        data,
      };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
    var _valid0 = _errs5 === errors;
    valid1 = _valid0;
  }
  if (!valid1) {
    const err6 = {
      instancePath,
      schemaPath: '#/allOf/0/if',
      keyword: 'if',
      params: { failingKeyword: 'then' },
      schema: schema62.allOf[0].if,
      parentSchema: schema62.allOf[0],
      data,
    };
    if (vErrors === null) {
      vErrors = [err6];
    } else {
      vErrors.push(err6);
    }
    errors++;
  }
  const _errs11 = errors;
  let valid5 = true;
  const _errs12 = errors;
  if (!(data && typeof data == 'object' && !Array.isArray(data))) {
    const err7 = {};
    if (vErrors === null) {
      vErrors = [err7];
    } else {
      vErrors.push(err7);
    }
    errors++;
  }
  var _valid1 = _errs12 === errors;
  errors = _errs11;
  if (vErrors !== null) {
    if (_errs11) {
      vErrors.length = _errs11;
    } else {
      vErrors = null;
    }
  }
  if (_valid1) {
    const _errs14 = errors;
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      for (const key0 in data) {
        if (!(key0 === 'all' || key0 === 'any' || key0 === 'none')) {
          const err8 = {
            instancePath,
            schemaPath: '#/allOf/1/then/additionalProperties',
            keyword: 'additionalProperties',
            params: { additionalProperty: key0 },
            schema: false,
            parentSchema: schema62.allOf[1].then,
            data,
          };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      }
      if (data.all !== undefined) {
        let data1 = data.all;
        if (Array.isArray(data1)) {
          if (data1.length > 50) {
            const err9 = {
              instancePath: instancePath + '/all',
              schemaPath: '#/allOf/1/then/properties/all/maxItems',
              keyword: 'maxItems',
              params: { limit: 50 },
              schema: 50,
              parentSchema: schema62.allOf[1].then.properties.all,
              data: data1,
            };
            if (vErrors === null) {
              vErrors = [err9];
            } else {
              vErrors.push(err9);
            }
            errors++;
          }
          const len1 = data1.length;
          for (let i1 = 0; i1 < len1; i1++) {
            let data2 = data1[i1];
            if (typeof data2 === 'string') {
              if (!pattern33.test(data2)) {
                const err10 = {
                  instancePath: instancePath + '/all/' + i1,
                  schemaPath: 'Tag/pattern',
                  keyword: 'pattern',
                  params: { pattern: '^[A-Za-z0-9][A-Za-z0-9_.:/-]{0,99}$' },
                  schema: '^[A-Za-z0-9][A-Za-z0-9_.:/-]{0,99}$',
                  parentSchema: schema63,
                  data: data2,
                };
                if (vErrors === null) {
                  vErrors = [err10];
                } else {
                  vErrors.push(err10);
                }
                errors++;
              }
            } else {
              const err11 = {
                instancePath: instancePath + '/all/' + i1,
                schemaPath: 'Tag/type',
                keyword: 'type',
                params: { type: 'string' },
                schema: schema63.type,
                parentSchema: schema63,
                data: data2,
              };
              if (vErrors === null) {
                vErrors = [err11];
              } else {
                vErrors.push(err11);
              }
              errors++;
            }
          }
        } else {
          const err12 = {
            instancePath: instancePath + '/all',
            schemaPath: '#/allOf/1/then/properties/all/type',
            keyword: 'type',
            params: { type: 'array' },
            schema: schema62.allOf[1].then.properties.all.type,
            parentSchema: schema62.allOf[1].then.properties.all,
            data: data1,
          };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
      }
      if (data.any !== undefined) {
        let data3 = data.any;
        if (Array.isArray(data3)) {
          if (data3.length > 50) {
            const err13 = {
              instancePath: instancePath + '/any',
              schemaPath: '#/allOf/1/then/properties/any/maxItems',
              keyword: 'maxItems',
              params: { limit: 50 },
              schema: 50,
              parentSchema: schema62.allOf[1].then.properties.any,
              data: data3,
            };
            if (vErrors === null) {
              vErrors = [err13];
            } else {
              vErrors.push(err13);
            }
            errors++;
          }
          const len2 = data3.length;
          for (let i2 = 0; i2 < len2; i2++) {
            let data4 = data3[i2];
            if (typeof data4 === 'string') {
              if (!pattern33.test(data4)) {
                const err14 = {
                  instancePath: instancePath + '/any/' + i2,
                  schemaPath: 'Tag/pattern',
                  keyword: 'pattern',
                  params: { pattern: '^[A-Za-z0-9][A-Za-z0-9_.:/-]{0,99}$' },
                  schema: '^[A-Za-z0-9][A-Za-z0-9_.:/-]{0,99}$',
                  parentSchema: schema63,
                  data: data4,
                };
                if (vErrors === null) {
                  vErrors = [err14];
                } else {
                  vErrors.push(err14);
                }
                errors++;
              }
            } else {
              const err15 = {
                instancePath: instancePath + '/any/' + i2,
                schemaPath: 'Tag/type',
                keyword: 'type',
                params: { type: 'string' },
                schema: schema63.type,
                parentSchema: schema63,
                data: data4,
              };
              if (vErrors === null) {
                vErrors = [err15];
              } else {
                vErrors.push(err15);
              }
              errors++;
            }
          }
        } else {
          const err16 = {
            instancePath: instancePath + '/any',
            schemaPath: '#/allOf/1/then/properties/any/type',
            keyword: 'type',
            params: { type: 'array' },
            schema: schema62.allOf[1].then.properties.any.type,
            parentSchema: schema62.allOf[1].then.properties.any,
            data: data3,
          };
          if (vErrors === null) {
            vErrors = [err16];
          } else {
            vErrors.push(err16);
          }
          errors++;
        }
      }
      if (data.none !== undefined) {
        let data5 = data.none;
        if (Array.isArray(data5)) {
          if (data5.length > 50) {
            const err17 = {
              instancePath: instancePath + '/none',
              schemaPath: '#/allOf/1/then/properties/none/maxItems',
              keyword: 'maxItems',
              params: { limit: 50 },
              schema: 50,
              parentSchema: schema62.allOf[1].then.properties.none,
              data: data5,
            };
            if (vErrors === null) {
              vErrors = [err17];
            } else {
              vErrors.push(err17);
            }
            errors++;
          }
          const len3 = data5.length;
          for (let i3 = 0; i3 < len3; i3++) {
            let data6 = data5[i3];
            if (typeof data6 === 'string') {
              if (!pattern33.test(data6)) {
                const err18 = {
                  instancePath: instancePath + '/none/' + i3,
                  schemaPath: 'Tag/pattern',
                  keyword: 'pattern',
                  params: { pattern: '^[A-Za-z0-9][A-Za-z0-9_.:/-]{0,99}$' },
                  schema: '^[A-Za-z0-9][A-Za-z0-9_.:/-]{0,99}$',
                  parentSchema: schema63,
                  data: data6,
                };
                if (vErrors === null) {
                  vErrors = [err18];
                } else {
                  vErrors.push(err18);
                }
                errors++;
              }
            } else {
              const err19 = {
                instancePath: instancePath + '/none/' + i3,
                schemaPath: 'Tag/type',
                keyword: 'type',
                params: { type: 'string' },
                schema: schema63.type,
                parentSchema: schema63,
                data: data6,
              };
              if (vErrors === null) {
                vErrors = [err19];
              } else {
                vErrors.push(err19);
              }
              errors++;
            }
          }
        } else {
          const err20 = {
            instancePath: instancePath + '/none',
            schemaPath: '#/allOf/1/then/properties/none/type',
            keyword: 'type',
            params: { type: 'array' },
            schema: schema62.allOf[1].then.properties.none.type,
            parentSchema: schema62.allOf[1].then.properties.none,
            data: data5,
          };
          if (vErrors === null) {
            vErrors = [err20];
          } else {
            vErrors.push(err20);
          }
          errors++;
        }
      }
    } else {
      const err21 = {
        instancePath,
        schemaPath: '#/allOf/1/then/type',
        keyword: 'type',
        params: { type: 'object' },
        schema: schema62.allOf[1].then.type,
        parentSchema: schema62.allOf[1].then,
        data,
      };
      if (vErrors === null) {
        vErrors = [err21];
      } else {
        vErrors.push(err21);
      }
      errors++;
    }
    var _valid1 = _errs14 === errors;
    valid5 = _valid1;
  }
  if (!valid5) {
    const err22 = {
      instancePath,
      schemaPath: '#/allOf/1/if',
      keyword: 'if',
      params: { failingKeyword: 'then' },
      schema: schema62.allOf[1].if,
      parentSchema: schema62.allOf[1],
      data,
    };
    if (vErrors === null) {
      vErrors = [err22];
    } else {
      vErrors.push(err22);
    }
    errors++;
  }
  validate42.errors = vErrors;
  return errors === 0;
}

const schema67 = {
  type: ['string', 'array'],
  allOf: [
    { if: { type: 'string' }, then: { $ref: 'Capability' } },
    {
      if: { type: 'array' },
      then: { type: 'array', items: { $ref: 'Capability' }, minItems: 1, maxItems: 6, uniqueItems: true },
    },
  ],
  $id: 'CapabilitySelector',
};

function validate44(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="CapabilitySelector" */ let vErrors = null;
  let errors = 0;
  if (typeof data !== 'string' && !Array.isArray(data)) {
    const err0 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: schema67.type },
      schema: schema67.type,
      parentSchema: schema67,
      data,
    };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  const _errs2 = errors;
  let valid1 = true;
  const _errs3 = errors;
  if (typeof data !== 'string') {
    const err1 = {};
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  var _valid0 = _errs3 === errors;
  errors = _errs2;
  if (vErrors !== null) {
    if (_errs2) {
      vErrors.length = _errs2;
    } else {
      vErrors = null;
    }
  }
  if (_valid0) {
    const _errs5 = errors;
    if (typeof data !== 'string') {
      const err2 = {
        instancePath,
        schemaPath: 'Capability/type',
        keyword: 'type',
        params: { type: 'string' },
        schema: schema20.type,
        parentSchema: schema20,
        data,
      };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (!(
      data === 'functional' ||
      data === 'contract' ||
      data === 'performance' ||
      data === 'security' ||
      data === 'resilience' ||
      data === 'data-quality'
    )) {
      const err3 = {
        instancePath,
        schemaPath: 'Capability/enum',
        keyword: 'enum',
        params: { allowedValues: schema20.enum },
        schema: schema20.enum,
        parentSchema: schema20,
        data,
      };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    var _valid0 = _errs5 === errors;
    valid1 = _valid0;
  }
  if (!valid1) {
    const err4 = {
      instancePath,
      schemaPath: '#/allOf/0/if',
      keyword: 'if',
      params: { failingKeyword: 'then' },
      schema: schema67.allOf[0].if,
      parentSchema: schema67.allOf[0],
      data,
    };
    if (vErrors === null) {
      vErrors = [err4];
    } else {
      vErrors.push(err4);
    }
    errors++;
  }
  const _errs9 = errors;
  let valid3 = true;
  const _errs10 = errors;
  if (!Array.isArray(data)) {
    const err5 = {};
    if (vErrors === null) {
      vErrors = [err5];
    } else {
      vErrors.push(err5);
    }
    errors++;
  }
  var _valid1 = _errs10 === errors;
  errors = _errs9;
  if (vErrors !== null) {
    if (_errs9) {
      vErrors.length = _errs9;
    } else {
      vErrors = null;
    }
  }
  if (_valid1) {
    const _errs12 = errors;
    if (Array.isArray(data)) {
      if (data.length > 6) {
        const err6 = {
          instancePath,
          schemaPath: '#/allOf/1/then/maxItems',
          keyword: 'maxItems',
          params: { limit: 6 },
          schema: 6,
          parentSchema: schema67.allOf[1].then,
          data,
        };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
      if (data.length < 1) {
        const err7 = {
          instancePath,
          schemaPath: '#/allOf/1/then/minItems',
          keyword: 'minItems',
          params: { limit: 1 },
          schema: 1,
          parentSchema: schema67.allOf[1].then,
          data,
        };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
      const len0 = data.length;
      for (let i0 = 0; i0 < len0; i0++) {
        let data0 = data[i0];
        if (typeof data0 !== 'string') {
          const err8 = {
            instancePath: instancePath + '/' + i0,
            schemaPath: 'Capability/type',
            keyword: 'type',
            params: { type: 'string' },
            schema: schema20.type,
            parentSchema: schema20,
            data: data0,
          };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
        if (!(
          data0 === 'functional' ||
          data0 === 'contract' ||
          data0 === 'performance' ||
          data0 === 'security' ||
          data0 === 'resilience' ||
          data0 === 'data-quality'
        )) {
          const err9 = {
            instancePath: instancePath + '/' + i0,
            schemaPath: 'Capability/enum',
            keyword: 'enum',
            params: { allowedValues: schema20.enum },
            schema: schema20.enum,
            parentSchema: schema20,
            data: data0,
          };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
      }
      let i1 = data.length;
      let j0;
      if (i1 > 1) {
        outer0: for (; i1--;) {
          for (j0 = i1; j0--;) {
            if (func0(data[i1], data[j0])) {
              const err10 = {
                instancePath,
                schemaPath: '#/allOf/1/then/uniqueItems',
                keyword: 'uniqueItems',
                params: { i: i1, j: j0 },
                schema: true,
                parentSchema: schema67.allOf[1].then,
                data,
              };
              if (vErrors === null) {
                vErrors = [err10];
              } else {
                vErrors.push(err10);
              }
              errors++;
              break outer0;
            }
          }
        }
      }
    } else {
      const err11 = {
        instancePath,
        schemaPath: '#/allOf/1/then/type',
        keyword: 'type',
        params: { type: 'array' },
        schema: schema67.allOf[1].then.type,
        parentSchema: schema67.allOf[1].then,
        data,
      };
      if (vErrors === null) {
        vErrors = [err11];
      } else {
        vErrors.push(err11);
      }
      errors++;
    }
    var _valid1 = _errs12 === errors;
    valid3 = _valid1;
  }
  if (!valid3) {
    const err12 = {
      instancePath,
      schemaPath: '#/allOf/1/if',
      keyword: 'if',
      params: { failingKeyword: 'then' },
      schema: schema67.allOf[1].if,
      parentSchema: schema67.allOf[1],
      data,
    };
    if (vErrors === null) {
      vErrors = [err12];
    } else {
      vErrors.push(err12);
    }
    errors++;
  }
  validate44.errors = vErrors;
  return errors === 0;
}

const schema74 = {
  type: 'object',
  additionalProperties: false,
  properties: {
    maxFailures: {
      type: 'object',
      additionalProperties: false,
      properties: {
        low: { type: 'integer', minimum: 0, maximum: 1000000 },
        medium: { type: 'integer', minimum: 0, maximum: 1000000 },
        high: { type: 'integer', minimum: 0, maximum: 1000000 },
        critical: { type: 'integer', minimum: 0, maximum: 1000000 },
      },
    },
    minCasesRan: { type: 'integer', minimum: 1, maximum: 1000000 },
    requiredSuites: { type: 'array', items: { $ref: 'SuiteSelector' }, maxItems: 200 },
    errorRate: {
      type: 'object',
      additionalProperties: false,
      properties: {
        warn: { type: 'number', minimum: 0, maximum: 1 },
        fail: { type: 'number', minimum: 0, maximum: 1 },
      },
    },
    p95Ms: {
      type: 'object',
      additionalProperties: false,
      properties: {
        warn: { type: 'number', minimum: 0, maximum: 3600000 },
        fail: { type: 'number', minimum: 0, maximum: 3600000 },
      },
    },
    flakeRate: {
      type: 'object',
      additionalProperties: false,
      properties: {
        warn: { type: 'number', minimum: 0, maximum: 1 },
        fail: { type: 'number', minimum: 0, maximum: 1 },
      },
    },
    maxWarnings: {
      type: 'object',
      additionalProperties: false,
      properties: { fail: { type: 'integer', minimum: 0, maximum: 1000000 } },
    },
    maxUnmetRequirements: { type: 'integer', minimum: 0, maximum: 1000000 },
  },
  $id: 'GateRules',
};

function validate46(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="GateRules" */ let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(
        key0 === 'maxFailures' ||
        key0 === 'minCasesRan' ||
        key0 === 'requiredSuites' ||
        key0 === 'errorRate' ||
        key0 === 'p95Ms' ||
        key0 === 'flakeRate' ||
        key0 === 'maxWarnings' ||
        key0 === 'maxUnmetRequirements'
      )) {
        const err0 = {
          instancePath,
          schemaPath: '#/additionalProperties',
          keyword: 'additionalProperties',
          params: { additionalProperty: key0 },
          schema: false,
          parentSchema: schema74,
          data,
        };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.maxFailures !== undefined) {
      let data0 = data.maxFailures;
      if (data0 && typeof data0 == 'object' && !Array.isArray(data0)) {
        for (const key1 in data0) {
          if (!(key1 === 'low' || key1 === 'medium' || key1 === 'high' || key1 === 'critical')) {
            const err1 = {
              instancePath: instancePath + '/maxFailures',
              schemaPath: '#/properties/maxFailures/additionalProperties',
              keyword: 'additionalProperties',
              params: { additionalProperty: key1 },
              schema: false,
              parentSchema: schema74.properties.maxFailures,
              data: data0,
            };
            if (vErrors === null) {
              vErrors = [err1];
            } else {
              vErrors.push(err1);
            }
            errors++;
          }
        }
        if (data0.low !== undefined) {
          let data1 = data0.low;
          if (!(typeof data1 == 'number' && !(data1 % 1) && !isNaN(data1) && isFinite(data1))) {
            const err2 = {
              instancePath: instancePath + '/maxFailures/low',
              schemaPath: '#/properties/maxFailures/properties/low/type',
              keyword: 'type',
              params: { type: 'integer' },
              schema: schema74.properties.maxFailures.properties.low.type,
              parentSchema: schema74.properties.maxFailures.properties.low,
              data: data1,
            };
            if (vErrors === null) {
              vErrors = [err2];
            } else {
              vErrors.push(err2);
            }
            errors++;
          }
          if (typeof data1 == 'number' && isFinite(data1)) {
            if (data1 > 1000000 || isNaN(data1)) {
              const err3 = {
                instancePath: instancePath + '/maxFailures/low',
                schemaPath: '#/properties/maxFailures/properties/low/maximum',
                keyword: 'maximum',
                params: { comparison: '<=', limit: 1000000 },
                schema: 1000000,
                parentSchema: schema74.properties.maxFailures.properties.low,
                data: data1,
              };
              if (vErrors === null) {
                vErrors = [err3];
              } else {
                vErrors.push(err3);
              }
              errors++;
            }
            if (data1 < 0 || isNaN(data1)) {
              const err4 = {
                instancePath: instancePath + '/maxFailures/low',
                schemaPath: '#/properties/maxFailures/properties/low/minimum',
                keyword: 'minimum',
                params: { comparison: '>=', limit: 0 },
                schema: 0,
                parentSchema: schema74.properties.maxFailures.properties.low,
                data: data1,
              };
              if (vErrors === null) {
                vErrors = [err4];
              } else {
                vErrors.push(err4);
              }
              errors++;
            }
          }
        }
        if (data0.medium !== undefined) {
          let data2 = data0.medium;
          if (!(typeof data2 == 'number' && !(data2 % 1) && !isNaN(data2) && isFinite(data2))) {
            const err5 = {
              instancePath: instancePath + '/maxFailures/medium',
              schemaPath: '#/properties/maxFailures/properties/medium/type',
              keyword: 'type',
              params: { type: 'integer' },
              schema: schema74.properties.maxFailures.properties.medium.type,
              parentSchema: schema74.properties.maxFailures.properties.medium,
              data: data2,
            };
            if (vErrors === null) {
              vErrors = [err5];
            } else {
              vErrors.push(err5);
            }
            errors++;
          }
          if (typeof data2 == 'number' && isFinite(data2)) {
            if (data2 > 1000000 || isNaN(data2)) {
              const err6 = {
                instancePath: instancePath + '/maxFailures/medium',
                schemaPath: '#/properties/maxFailures/properties/medium/maximum',
                keyword: 'maximum',
                params: { comparison: '<=', limit: 1000000 },
                schema: 1000000,
                parentSchema: schema74.properties.maxFailures.properties.medium,
                data: data2,
              };
              if (vErrors === null) {
                vErrors = [err6];
              } else {
                vErrors.push(err6);
              }
              errors++;
            }
            if (data2 < 0 || isNaN(data2)) {
              const err7 = {
                instancePath: instancePath + '/maxFailures/medium',
                schemaPath: '#/properties/maxFailures/properties/medium/minimum',
                keyword: 'minimum',
                params: { comparison: '>=', limit: 0 },
                schema: 0,
                parentSchema: schema74.properties.maxFailures.properties.medium,
                data: data2,
              };
              if (vErrors === null) {
                vErrors = [err7];
              } else {
                vErrors.push(err7);
              }
              errors++;
            }
          }
        }
        if (data0.high !== undefined) {
          let data3 = data0.high;
          if (!(typeof data3 == 'number' && !(data3 % 1) && !isNaN(data3) && isFinite(data3))) {
            const err8 = {
              instancePath: instancePath + '/maxFailures/high',
              schemaPath: '#/properties/maxFailures/properties/high/type',
              keyword: 'type',
              params: { type: 'integer' },
              schema: schema74.properties.maxFailures.properties.high.type,
              parentSchema: schema74.properties.maxFailures.properties.high,
              data: data3,
            };
            if (vErrors === null) {
              vErrors = [err8];
            } else {
              vErrors.push(err8);
            }
            errors++;
          }
          if (typeof data3 == 'number' && isFinite(data3)) {
            if (data3 > 1000000 || isNaN(data3)) {
              const err9 = {
                instancePath: instancePath + '/maxFailures/high',
                schemaPath: '#/properties/maxFailures/properties/high/maximum',
                keyword: 'maximum',
                params: { comparison: '<=', limit: 1000000 },
                schema: 1000000,
                parentSchema: schema74.properties.maxFailures.properties.high,
                data: data3,
              };
              if (vErrors === null) {
                vErrors = [err9];
              } else {
                vErrors.push(err9);
              }
              errors++;
            }
            if (data3 < 0 || isNaN(data3)) {
              const err10 = {
                instancePath: instancePath + '/maxFailures/high',
                schemaPath: '#/properties/maxFailures/properties/high/minimum',
                keyword: 'minimum',
                params: { comparison: '>=', limit: 0 },
                schema: 0,
                parentSchema: schema74.properties.maxFailures.properties.high,
                data: data3,
              };
              if (vErrors === null) {
                vErrors = [err10];
              } else {
                vErrors.push(err10);
              }
              errors++;
            }
          }
        }
        if (data0.critical !== undefined) {
          let data4 = data0.critical;
          if (!(typeof data4 == 'number' && !(data4 % 1) && !isNaN(data4) && isFinite(data4))) {
            const err11 = {
              instancePath: instancePath + '/maxFailures/critical',
              schemaPath: '#/properties/maxFailures/properties/critical/type',
              keyword: 'type',
              params: { type: 'integer' },
              schema: schema74.properties.maxFailures.properties.critical.type,
              parentSchema: schema74.properties.maxFailures.properties.critical,
              data: data4,
            };
            if (vErrors === null) {
              vErrors = [err11];
            } else {
              vErrors.push(err11);
            }
            errors++;
          }
          if (typeof data4 == 'number' && isFinite(data4)) {
            if (data4 > 1000000 || isNaN(data4)) {
              const err12 = {
                instancePath: instancePath + '/maxFailures/critical',
                schemaPath: '#/properties/maxFailures/properties/critical/maximum',
                keyword: 'maximum',
                params: { comparison: '<=', limit: 1000000 },
                schema: 1000000,
                parentSchema: schema74.properties.maxFailures.properties.critical,
                data: data4,
              };
              if (vErrors === null) {
                vErrors = [err12];
              } else {
                vErrors.push(err12);
              }
              errors++;
            }
            if (data4 < 0 || isNaN(data4)) {
              const err13 = {
                instancePath: instancePath + '/maxFailures/critical',
                schemaPath: '#/properties/maxFailures/properties/critical/minimum',
                keyword: 'minimum',
                params: { comparison: '>=', limit: 0 },
                schema: 0,
                parentSchema: schema74.properties.maxFailures.properties.critical,
                data: data4,
              };
              if (vErrors === null) {
                vErrors = [err13];
              } else {
                vErrors.push(err13);
              }
              errors++;
            }
          }
        }
      } else {
        const err14 = {
          instancePath: instancePath + '/maxFailures',
          schemaPath: '#/properties/maxFailures/type',
          keyword: 'type',
          params: { type: 'object' },
          schema: schema74.properties.maxFailures.type,
          parentSchema: schema74.properties.maxFailures,
          data: data0,
        };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
    if (data.minCasesRan !== undefined) {
      let data5 = data.minCasesRan;
      if (!(typeof data5 == 'number' && !(data5 % 1) && !isNaN(data5) && isFinite(data5))) {
        const err15 = {
          instancePath: instancePath + '/minCasesRan',
          schemaPath: '#/properties/minCasesRan/type',
          keyword: 'type',
          params: { type: 'integer' },
          schema: schema74.properties.minCasesRan.type,
          parentSchema: schema74.properties.minCasesRan,
          data: data5,
        };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
      if (typeof data5 == 'number' && isFinite(data5)) {
        if (data5 > 1000000 || isNaN(data5)) {
          const err16 = {
            instancePath: instancePath + '/minCasesRan',
            schemaPath: '#/properties/minCasesRan/maximum',
            keyword: 'maximum',
            params: { comparison: '<=', limit: 1000000 },
            schema: 1000000,
            parentSchema: schema74.properties.minCasesRan,
            data: data5,
          };
          if (vErrors === null) {
            vErrors = [err16];
          } else {
            vErrors.push(err16);
          }
          errors++;
        }
        if (data5 < 1 || isNaN(data5)) {
          const err17 = {
            instancePath: instancePath + '/minCasesRan',
            schemaPath: '#/properties/minCasesRan/minimum',
            keyword: 'minimum',
            params: { comparison: '>=', limit: 1 },
            schema: 1,
            parentSchema: schema74.properties.minCasesRan,
            data: data5,
          };
          if (vErrors === null) {
            vErrors = [err17];
          } else {
            vErrors.push(err17);
          }
          errors++;
        }
      }
    }
    if (data.requiredSuites !== undefined) {
      let data6 = data.requiredSuites;
      if (Array.isArray(data6)) {
        if (data6.length > 200) {
          const err18 = {
            instancePath: instancePath + '/requiredSuites',
            schemaPath: '#/properties/requiredSuites/maxItems',
            keyword: 'maxItems',
            params: { limit: 200 },
            schema: 200,
            parentSchema: schema74.properties.requiredSuites,
            data: data6,
          };
          if (vErrors === null) {
            vErrors = [err18];
          } else {
            vErrors.push(err18);
          }
          errors++;
        }
        const len0 = data6.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data7 = data6[i0];
          if (typeof data7 === 'string') {
            if (!pattern19.test(data7)) {
              const err19 = {
                instancePath: instancePath + '/requiredSuites/' + i0,
                schemaPath: 'SuiteSelector/pattern',
                keyword: 'pattern',
                params: { pattern: '^[a-z0-9][a-z0-9-]{0,62}(\\.[a-z0-9][a-z0-9-]{0,62})?$' },
                schema: '^[a-z0-9][a-z0-9-]{0,62}(\\.[a-z0-9][a-z0-9-]{0,62})?$',
                parentSchema: schema22,
                data: data7,
              };
              if (vErrors === null) {
                vErrors = [err19];
              } else {
                vErrors.push(err19);
              }
              errors++;
            }
          } else {
            const err20 = {
              instancePath: instancePath + '/requiredSuites/' + i0,
              schemaPath: 'SuiteSelector/type',
              keyword: 'type',
              params: { type: 'string' },
              schema: schema22.type,
              parentSchema: schema22,
              data: data7,
            };
            if (vErrors === null) {
              vErrors = [err20];
            } else {
              vErrors.push(err20);
            }
            errors++;
          }
        }
      } else {
        const err21 = {
          instancePath: instancePath + '/requiredSuites',
          schemaPath: '#/properties/requiredSuites/type',
          keyword: 'type',
          params: { type: 'array' },
          schema: schema74.properties.requiredSuites.type,
          parentSchema: schema74.properties.requiredSuites,
          data: data6,
        };
        if (vErrors === null) {
          vErrors = [err21];
        } else {
          vErrors.push(err21);
        }
        errors++;
      }
    }
    if (data.errorRate !== undefined) {
      let data8 = data.errorRate;
      if (data8 && typeof data8 == 'object' && !Array.isArray(data8)) {
        for (const key2 in data8) {
          if (!(key2 === 'warn' || key2 === 'fail')) {
            const err22 = {
              instancePath: instancePath + '/errorRate',
              schemaPath: '#/properties/errorRate/additionalProperties',
              keyword: 'additionalProperties',
              params: { additionalProperty: key2 },
              schema: false,
              parentSchema: schema74.properties.errorRate,
              data: data8,
            };
            if (vErrors === null) {
              vErrors = [err22];
            } else {
              vErrors.push(err22);
            }
            errors++;
          }
        }
        if (data8.warn !== undefined) {
          let data9 = data8.warn;
          if (typeof data9 == 'number' && isFinite(data9)) {
            if (data9 > 1 || isNaN(data9)) {
              const err23 = {
                instancePath: instancePath + '/errorRate/warn',
                schemaPath: '#/properties/errorRate/properties/warn/maximum',
                keyword: 'maximum',
                params: { comparison: '<=', limit: 1 },
                schema: 1,
                parentSchema: schema74.properties.errorRate.properties.warn,
                data: data9,
              };
              if (vErrors === null) {
                vErrors = [err23];
              } else {
                vErrors.push(err23);
              }
              errors++;
            }
            if (data9 < 0 || isNaN(data9)) {
              const err24 = {
                instancePath: instancePath + '/errorRate/warn',
                schemaPath: '#/properties/errorRate/properties/warn/minimum',
                keyword: 'minimum',
                params: { comparison: '>=', limit: 0 },
                schema: 0,
                parentSchema: schema74.properties.errorRate.properties.warn,
                data: data9,
              };
              if (vErrors === null) {
                vErrors = [err24];
              } else {
                vErrors.push(err24);
              }
              errors++;
            }
          } else {
            const err25 = {
              instancePath: instancePath + '/errorRate/warn',
              schemaPath: '#/properties/errorRate/properties/warn/type',
              keyword: 'type',
              params: { type: 'number' },
              schema: schema74.properties.errorRate.properties.warn.type,
              parentSchema: schema74.properties.errorRate.properties.warn,
              data: data9,
            };
            if (vErrors === null) {
              vErrors = [err25];
            } else {
              vErrors.push(err25);
            }
            errors++;
          }
        }
        if (data8.fail !== undefined) {
          let data10 = data8.fail;
          if (typeof data10 == 'number' && isFinite(data10)) {
            if (data10 > 1 || isNaN(data10)) {
              const err26 = {
                instancePath: instancePath + '/errorRate/fail',
                schemaPath: '#/properties/errorRate/properties/fail/maximum',
                keyword: 'maximum',
                params: { comparison: '<=', limit: 1 },
                schema: 1,
                parentSchema: schema74.properties.errorRate.properties.fail,
                data: data10,
              };
              if (vErrors === null) {
                vErrors = [err26];
              } else {
                vErrors.push(err26);
              }
              errors++;
            }
            if (data10 < 0 || isNaN(data10)) {
              const err27 = {
                instancePath: instancePath + '/errorRate/fail',
                schemaPath: '#/properties/errorRate/properties/fail/minimum',
                keyword: 'minimum',
                params: { comparison: '>=', limit: 0 },
                schema: 0,
                parentSchema: schema74.properties.errorRate.properties.fail,
                data: data10,
              };
              if (vErrors === null) {
                vErrors = [err27];
              } else {
                vErrors.push(err27);
              }
              errors++;
            }
          } else {
            const err28 = {
              instancePath: instancePath + '/errorRate/fail',
              schemaPath: '#/properties/errorRate/properties/fail/type',
              keyword: 'type',
              params: { type: 'number' },
              schema: schema74.properties.errorRate.properties.fail.type,
              parentSchema: schema74.properties.errorRate.properties.fail,
              data: data10,
            };
            if (vErrors === null) {
              vErrors = [err28];
            } else {
              vErrors.push(err28);
            }
            errors++;
          }
        }
      } else {
        const err29 = {
          instancePath: instancePath + '/errorRate',
          schemaPath: '#/properties/errorRate/type',
          keyword: 'type',
          params: { type: 'object' },
          schema: schema74.properties.errorRate.type,
          parentSchema: schema74.properties.errorRate,
          data: data8,
        };
        if (vErrors === null) {
          vErrors = [err29];
        } else {
          vErrors.push(err29);
        }
        errors++;
      }
    }
    if (data.p95Ms !== undefined) {
      let data11 = data.p95Ms;
      if (data11 && typeof data11 == 'object' && !Array.isArray(data11)) {
        for (const key3 in data11) {
          if (!(key3 === 'warn' || key3 === 'fail')) {
            const err30 = {
              instancePath: instancePath + '/p95Ms',
              schemaPath: '#/properties/p95Ms/additionalProperties',
              keyword: 'additionalProperties',
              params: { additionalProperty: key3 },
              schema: false,
              parentSchema: schema74.properties.p95Ms,
              data: data11,
            };
            if (vErrors === null) {
              vErrors = [err30];
            } else {
              vErrors.push(err30);
            }
            errors++;
          }
        }
        if (data11.warn !== undefined) {
          let data12 = data11.warn;
          if (typeof data12 == 'number' && isFinite(data12)) {
            if (data12 > 3600000 || isNaN(data12)) {
              const err31 = {
                instancePath: instancePath + '/p95Ms/warn',
                schemaPath: '#/properties/p95Ms/properties/warn/maximum',
                keyword: 'maximum',
                params: { comparison: '<=', limit: 3600000 },
                schema: 3600000,
                parentSchema: schema74.properties.p95Ms.properties.warn,
                data: data12,
              };
              if (vErrors === null) {
                vErrors = [err31];
              } else {
                vErrors.push(err31);
              }
              errors++;
            }
            if (data12 < 0 || isNaN(data12)) {
              const err32 = {
                instancePath: instancePath + '/p95Ms/warn',
                schemaPath: '#/properties/p95Ms/properties/warn/minimum',
                keyword: 'minimum',
                params: { comparison: '>=', limit: 0 },
                schema: 0,
                parentSchema: schema74.properties.p95Ms.properties.warn,
                data: data12,
              };
              if (vErrors === null) {
                vErrors = [err32];
              } else {
                vErrors.push(err32);
              }
              errors++;
            }
          } else {
            const err33 = {
              instancePath: instancePath + '/p95Ms/warn',
              schemaPath: '#/properties/p95Ms/properties/warn/type',
              keyword: 'type',
              params: { type: 'number' },
              schema: schema74.properties.p95Ms.properties.warn.type,
              parentSchema: schema74.properties.p95Ms.properties.warn,
              data: data12,
            };
            if (vErrors === null) {
              vErrors = [err33];
            } else {
              vErrors.push(err33);
            }
            errors++;
          }
        }
        if (data11.fail !== undefined) {
          let data13 = data11.fail;
          if (typeof data13 == 'number' && isFinite(data13)) {
            if (data13 > 3600000 || isNaN(data13)) {
              const err34 = {
                instancePath: instancePath + '/p95Ms/fail',
                schemaPath: '#/properties/p95Ms/properties/fail/maximum',
                keyword: 'maximum',
                params: { comparison: '<=', limit: 3600000 },
                schema: 3600000,
                parentSchema: schema74.properties.p95Ms.properties.fail,
                data: data13,
              };
              if (vErrors === null) {
                vErrors = [err34];
              } else {
                vErrors.push(err34);
              }
              errors++;
            }
            if (data13 < 0 || isNaN(data13)) {
              const err35 = {
                instancePath: instancePath + '/p95Ms/fail',
                schemaPath: '#/properties/p95Ms/properties/fail/minimum',
                keyword: 'minimum',
                params: { comparison: '>=', limit: 0 },
                schema: 0,
                parentSchema: schema74.properties.p95Ms.properties.fail,
                data: data13,
              };
              if (vErrors === null) {
                vErrors = [err35];
              } else {
                vErrors.push(err35);
              }
              errors++;
            }
          } else {
            const err36 = {
              instancePath: instancePath + '/p95Ms/fail',
              schemaPath: '#/properties/p95Ms/properties/fail/type',
              keyword: 'type',
              params: { type: 'number' },
              schema: schema74.properties.p95Ms.properties.fail.type,
              parentSchema: schema74.properties.p95Ms.properties.fail,
              data: data13,
            };
            if (vErrors === null) {
              vErrors = [err36];
            } else {
              vErrors.push(err36);
            }
            errors++;
          }
        }
      } else {
        const err37 = {
          instancePath: instancePath + '/p95Ms',
          schemaPath: '#/properties/p95Ms/type',
          keyword: 'type',
          params: { type: 'object' },
          schema: schema74.properties.p95Ms.type,
          parentSchema: schema74.properties.p95Ms,
          data: data11,
        };
        if (vErrors === null) {
          vErrors = [err37];
        } else {
          vErrors.push(err37);
        }
        errors++;
      }
    }
    if (data.flakeRate !== undefined) {
      let data14 = data.flakeRate;
      if (data14 && typeof data14 == 'object' && !Array.isArray(data14)) {
        for (const key4 in data14) {
          if (!(key4 === 'warn' || key4 === 'fail')) {
            const err38 = {
              instancePath: instancePath + '/flakeRate',
              schemaPath: '#/properties/flakeRate/additionalProperties',
              keyword: 'additionalProperties',
              params: { additionalProperty: key4 },
              schema: false,
              parentSchema: schema74.properties.flakeRate,
              data: data14,
            };
            if (vErrors === null) {
              vErrors = [err38];
            } else {
              vErrors.push(err38);
            }
            errors++;
          }
        }
        if (data14.warn !== undefined) {
          let data15 = data14.warn;
          if (typeof data15 == 'number' && isFinite(data15)) {
            if (data15 > 1 || isNaN(data15)) {
              const err39 = {
                instancePath: instancePath + '/flakeRate/warn',
                schemaPath: '#/properties/flakeRate/properties/warn/maximum',
                keyword: 'maximum',
                params: { comparison: '<=', limit: 1 },
                schema: 1,
                parentSchema: schema74.properties.flakeRate.properties.warn,
                data: data15,
              };
              if (vErrors === null) {
                vErrors = [err39];
              } else {
                vErrors.push(err39);
              }
              errors++;
            }
            if (data15 < 0 || isNaN(data15)) {
              const err40 = {
                instancePath: instancePath + '/flakeRate/warn',
                schemaPath: '#/properties/flakeRate/properties/warn/minimum',
                keyword: 'minimum',
                params: { comparison: '>=', limit: 0 },
                schema: 0,
                parentSchema: schema74.properties.flakeRate.properties.warn,
                data: data15,
              };
              if (vErrors === null) {
                vErrors = [err40];
              } else {
                vErrors.push(err40);
              }
              errors++;
            }
          } else {
            const err41 = {
              instancePath: instancePath + '/flakeRate/warn',
              schemaPath: '#/properties/flakeRate/properties/warn/type',
              keyword: 'type',
              params: { type: 'number' },
              schema: schema74.properties.flakeRate.properties.warn.type,
              parentSchema: schema74.properties.flakeRate.properties.warn,
              data: data15,
            };
            if (vErrors === null) {
              vErrors = [err41];
            } else {
              vErrors.push(err41);
            }
            errors++;
          }
        }
        if (data14.fail !== undefined) {
          let data16 = data14.fail;
          if (typeof data16 == 'number' && isFinite(data16)) {
            if (data16 > 1 || isNaN(data16)) {
              const err42 = {
                instancePath: instancePath + '/flakeRate/fail',
                schemaPath: '#/properties/flakeRate/properties/fail/maximum',
                keyword: 'maximum',
                params: { comparison: '<=', limit: 1 },
                schema: 1,
                parentSchema: schema74.properties.flakeRate.properties.fail,
                data: data16,
              };
              if (vErrors === null) {
                vErrors = [err42];
              } else {
                vErrors.push(err42);
              }
              errors++;
            }
            if (data16 < 0 || isNaN(data16)) {
              const err43 = {
                instancePath: instancePath + '/flakeRate/fail',
                schemaPath: '#/properties/flakeRate/properties/fail/minimum',
                keyword: 'minimum',
                params: { comparison: '>=', limit: 0 },
                schema: 0,
                parentSchema: schema74.properties.flakeRate.properties.fail,
                data: data16,
              };
              if (vErrors === null) {
                vErrors = [err43];
              } else {
                vErrors.push(err43);
              }
              errors++;
            }
          } else {
            const err44 = {
              instancePath: instancePath + '/flakeRate/fail',
              schemaPath: '#/properties/flakeRate/properties/fail/type',
              keyword: 'type',
              params: { type: 'number' },
              schema: schema74.properties.flakeRate.properties.fail.type,
              parentSchema: schema74.properties.flakeRate.properties.fail,
              data: data16,
            };
            if (vErrors === null) {
              vErrors = [err44];
            } else {
              vErrors.push(err44);
            }
            errors++;
          }
        }
      } else {
        const err45 = {
          instancePath: instancePath + '/flakeRate',
          schemaPath: '#/properties/flakeRate/type',
          keyword: 'type',
          params: { type: 'object' },
          schema: schema74.properties.flakeRate.type,
          parentSchema: schema74.properties.flakeRate,
          data: data14,
        };
        if (vErrors === null) {
          vErrors = [err45];
        } else {
          vErrors.push(err45);
        }
        errors++;
      }
    }
    if (data.maxWarnings !== undefined) {
      let data17 = data.maxWarnings;
      if (data17 && typeof data17 == 'object' && !Array.isArray(data17)) {
        for (const key5 in data17) {
          if (!(key5 === 'fail')) {
            const err46 = {
              instancePath: instancePath + '/maxWarnings',
              schemaPath: '#/properties/maxWarnings/additionalProperties',
              keyword: 'additionalProperties',
              params: { additionalProperty: key5 },
              schema: false,
              parentSchema: schema74.properties.maxWarnings,
              data: data17,
            };
            if (vErrors === null) {
              vErrors = [err46];
            } else {
              vErrors.push(err46);
            }
            errors++;
          }
        }
        if (data17.fail !== undefined) {
          let data18 = data17.fail;
          if (!(typeof data18 == 'number' && !(data18 % 1) && !isNaN(data18) && isFinite(data18))) {
            const err47 = {
              instancePath: instancePath + '/maxWarnings/fail',
              schemaPath: '#/properties/maxWarnings/properties/fail/type',
              keyword: 'type',
              params: { type: 'integer' },
              schema: schema74.properties.maxWarnings.properties.fail.type,
              parentSchema: schema74.properties.maxWarnings.properties.fail,
              data: data18,
            };
            if (vErrors === null) {
              vErrors = [err47];
            } else {
              vErrors.push(err47);
            }
            errors++;
          }
          if (typeof data18 == 'number' && isFinite(data18)) {
            if (data18 > 1000000 || isNaN(data18)) {
              const err48 = {
                instancePath: instancePath + '/maxWarnings/fail',
                schemaPath: '#/properties/maxWarnings/properties/fail/maximum',
                keyword: 'maximum',
                params: { comparison: '<=', limit: 1000000 },
                schema: 1000000,
                parentSchema: schema74.properties.maxWarnings.properties.fail,
                data: data18,
              };
              if (vErrors === null) {
                vErrors = [err48];
              } else {
                vErrors.push(err48);
              }
              errors++;
            }
            if (data18 < 0 || isNaN(data18)) {
              const err49 = {
                instancePath: instancePath + '/maxWarnings/fail',
                schemaPath: '#/properties/maxWarnings/properties/fail/minimum',
                keyword: 'minimum',
                params: { comparison: '>=', limit: 0 },
                schema: 0,
                parentSchema: schema74.properties.maxWarnings.properties.fail,
                data: data18,
              };
              if (vErrors === null) {
                vErrors = [err49];
              } else {
                vErrors.push(err49);
              }
              errors++;
            }
          }
        }
      } else {
        const err50 = {
          instancePath: instancePath + '/maxWarnings',
          schemaPath: '#/properties/maxWarnings/type',
          keyword: 'type',
          params: { type: 'object' },
          schema: schema74.properties.maxWarnings.type,
          parentSchema: schema74.properties.maxWarnings,
          data: data17,
        };
        if (vErrors === null) {
          vErrors = [err50];
        } else {
          vErrors.push(err50);
        }
        errors++;
      }
    }
    if (data.maxUnmetRequirements !== undefined) {
      let data19 = data.maxUnmetRequirements;
      if (!(typeof data19 == 'number' && !(data19 % 1) && !isNaN(data19) && isFinite(data19))) {
        const err51 = {
          instancePath: instancePath + '/maxUnmetRequirements',
          schemaPath: '#/properties/maxUnmetRequirements/type',
          keyword: 'type',
          params: { type: 'integer' },
          schema: schema74.properties.maxUnmetRequirements.type,
          parentSchema: schema74.properties.maxUnmetRequirements,
          data: data19,
        };
        if (vErrors === null) {
          vErrors = [err51];
        } else {
          vErrors.push(err51);
        }
        errors++;
      }
      if (typeof data19 == 'number' && isFinite(data19)) {
        if (data19 > 1000000 || isNaN(data19)) {
          const err52 = {
            instancePath: instancePath + '/maxUnmetRequirements',
            schemaPath: '#/properties/maxUnmetRequirements/maximum',
            keyword: 'maximum',
            params: { comparison: '<=', limit: 1000000 },
            schema: 1000000,
            parentSchema: schema74.properties.maxUnmetRequirements,
            data: data19,
          };
          if (vErrors === null) {
            vErrors = [err52];
          } else {
            vErrors.push(err52);
          }
          errors++;
        }
        if (data19 < 0 || isNaN(data19)) {
          const err53 = {
            instancePath: instancePath + '/maxUnmetRequirements',
            schemaPath: '#/properties/maxUnmetRequirements/minimum',
            keyword: 'minimum',
            params: { comparison: '>=', limit: 0 },
            schema: 0,
            parentSchema: schema74.properties.maxUnmetRequirements,
            data: data19,
          };
          if (vErrors === null) {
            vErrors = [err53];
          } else {
            vErrors.push(err53);
          }
          errors++;
        }
      }
    }
  } else {
    const err54 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      schema: schema74.type,
      parentSchema: schema74,
      data,
    };
    if (vErrors === null) {
      vErrors = [err54];
    } else {
      vErrors.push(err54);
    }
    errors++;
  }
  validate46.errors = vErrors;
  return errors === 0;
}

function validate41(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="RunRequest" */ let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!func2.call(schema59.properties, key0)) {
        const err0 = {
          instancePath,
          schemaPath: '#/additionalProperties',
          keyword: 'additionalProperties',
          params: { additionalProperty: key0 },
          schema: false,
          parentSchema: schema59,
          data,
        };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.service !== undefined) {
      let data0 = data.service;
      if (typeof data0 === 'string') {
        if (!pattern1.test(data0)) {
          const err1 = {
            instancePath: instancePath + '/service',
            schemaPath: 'Id/pattern',
            keyword: 'pattern',
            params: { pattern: '^[a-z0-9][a-z0-9-]{0,62}$' },
            schema: '^[a-z0-9][a-z0-9-]{0,62}$',
            parentSchema: schema13,
            data: data0,
          };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
      } else {
        const err2 = {
          instancePath: instancePath + '/service',
          schemaPath: 'Id/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema13.type,
          parentSchema: schema13,
          data: data0,
        };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.version !== undefined) {
      let data1 = data.version;
      if (typeof data1 === 'string') {
        if (!pattern32.test(data1)) {
          const err3 = {
            instancePath: instancePath + '/version',
            schemaPath: 'Version/pattern',
            keyword: 'pattern',
            params: { pattern: '^[A-Za-z0-9][A-Za-z0-9._+-]{0,63}$' },
            schema: '^[A-Za-z0-9][A-Za-z0-9._+-]{0,63}$',
            parentSchema: schema61,
            data: data1,
          };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      } else {
        const err4 = {
          instancePath: instancePath + '/version',
          schemaPath: 'Version/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema61.type,
          parentSchema: schema61,
          data: data1,
        };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.tags !== undefined) {
      if (
        !validate42(data.tags, {
          instancePath: instancePath + '/tags',
          parentData: data,
          parentDataProperty: 'tags',
          rootData,
        })
      ) {
        vErrors = joinErrors(vErrors, validate42.errors);
        errors = vErrors.length;
      }
    }
    if (data.capability !== undefined) {
      if (
        !validate44(data.capability, {
          instancePath: instancePath + '/capability',
          parentData: data,
          parentDataProperty: 'capability',
          rootData,
        })
      ) {
        vErrors = joinErrors(vErrors, validate44.errors);
        errors = vErrors.length;
      }
    }
    if (data.suites !== undefined) {
      let data4 = data.suites;
      if (Array.isArray(data4)) {
        if (data4.length > 200) {
          const err5 = {
            instancePath: instancePath + '/suites',
            schemaPath: '#/properties/suites/maxItems',
            keyword: 'maxItems',
            params: { limit: 200 },
            schema: 200,
            parentSchema: schema59.properties.suites,
            data: data4,
          };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
        if (data4.length < 1) {
          const err6 = {
            instancePath: instancePath + '/suites',
            schemaPath: '#/properties/suites/minItems',
            keyword: 'minItems',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema59.properties.suites,
            data: data4,
          };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
        const len0 = data4.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data5 = data4[i0];
          if (typeof data5 === 'string') {
            if (!pattern19.test(data5)) {
              const err7 = {
                instancePath: instancePath + '/suites/' + i0,
                schemaPath: 'SuiteSelector/pattern',
                keyword: 'pattern',
                params: { pattern: '^[a-z0-9][a-z0-9-]{0,62}(\\.[a-z0-9][a-z0-9-]{0,62})?$' },
                schema: '^[a-z0-9][a-z0-9-]{0,62}(\\.[a-z0-9][a-z0-9-]{0,62})?$',
                parentSchema: schema22,
                data: data5,
              };
              if (vErrors === null) {
                vErrors = [err7];
              } else {
                vErrors.push(err7);
              }
              errors++;
            }
          } else {
            const err8 = {
              instancePath: instancePath + '/suites/' + i0,
              schemaPath: 'SuiteSelector/type',
              keyword: 'type',
              params: { type: 'string' },
              schema: schema22.type,
              parentSchema: schema22,
              data: data5,
            };
            if (vErrors === null) {
              vErrors = [err8];
            } else {
              vErrors.push(err8);
            }
            errors++;
          }
        }
      } else {
        const err9 = {
          instancePath: instancePath + '/suites',
          schemaPath: '#/properties/suites/type',
          keyword: 'type',
          params: { type: 'array' },
          schema: schema59.properties.suites.type,
          parentSchema: schema59.properties.suites,
          data: data4,
        };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.cases !== undefined) {
      let data6 = data.cases;
      if (Array.isArray(data6)) {
        if (data6.length > 1000) {
          const err10 = {
            instancePath: instancePath + '/cases',
            schemaPath: '#/properties/cases/maxItems',
            keyword: 'maxItems',
            params: { limit: 1000 },
            schema: 1000,
            parentSchema: schema59.properties.cases,
            data: data6,
          };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
        if (data6.length < 1) {
          const err11 = {
            instancePath: instancePath + '/cases',
            schemaPath: '#/properties/cases/minItems',
            keyword: 'minItems',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema59.properties.cases,
            data: data6,
          };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
        const len1 = data6.length;
        for (let i1 = 0; i1 < len1; i1++) {
          let data7 = data6[i1];
          if (typeof data7 === 'string') {
            if (!pattern38.test(data7)) {
              const err12 = {
                instancePath: instancePath + '/cases/' + i1,
                schemaPath: 'CaseSelector/pattern',
                keyword: 'pattern',
                params: {
                  pattern: '^(([a-z0-9][a-z0-9-]{0,62}\\.)?[a-z0-9][a-z0-9-]{0,62}/)?[a-z0-9][a-z0-9-]{0,62}$',
                },
                schema: '^(([a-z0-9][a-z0-9-]{0,62}\\.)?[a-z0-9][a-z0-9-]{0,62}/)?[a-z0-9][a-z0-9-]{0,62}$',
                parentSchema: schema71,
                data: data7,
              };
              if (vErrors === null) {
                vErrors = [err12];
              } else {
                vErrors.push(err12);
              }
              errors++;
            }
          } else {
            const err13 = {
              instancePath: instancePath + '/cases/' + i1,
              schemaPath: 'CaseSelector/type',
              keyword: 'type',
              params: { type: 'string' },
              schema: schema71.type,
              parentSchema: schema71,
              data: data7,
            };
            if (vErrors === null) {
              vErrors = [err13];
            } else {
              vErrors.push(err13);
            }
            errors++;
          }
        }
      } else {
        const err14 = {
          instancePath: instancePath + '/cases',
          schemaPath: '#/properties/cases/type',
          keyword: 'type',
          params: { type: 'array' },
          schema: schema59.properties.cases.type,
          parentSchema: schema59.properties.cases,
          data: data6,
        };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
    if (data.environment !== undefined) {
      let data8 = data.environment;
      if (typeof data8 === 'string') {
        if (!pattern1.test(data8)) {
          const err15 = {
            instancePath: instancePath + '/environment',
            schemaPath: 'Id/pattern',
            keyword: 'pattern',
            params: { pattern: '^[a-z0-9][a-z0-9-]{0,62}$' },
            schema: '^[a-z0-9][a-z0-9-]{0,62}$',
            parentSchema: schema13,
            data: data8,
          };
          if (vErrors === null) {
            vErrors = [err15];
          } else {
            vErrors.push(err15);
          }
          errors++;
        }
      } else {
        const err16 = {
          instancePath: instancePath + '/environment',
          schemaPath: 'Id/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema13.type,
          parentSchema: schema13,
          data: data8,
        };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
    }
    if (data.name !== undefined) {
      let data9 = data.name;
      if (typeof data9 === 'string') {
        if (func3(data9) > 200) {
          const err17 = {
            instancePath: instancePath + '/name',
            schemaPath: '#/properties/name/maxLength',
            keyword: 'maxLength',
            params: { limit: 200 },
            schema: 200,
            parentSchema: schema59.properties.name,
            data: data9,
          };
          if (vErrors === null) {
            vErrors = [err17];
          } else {
            vErrors.push(err17);
          }
          errors++;
        }
        if (func3(data9) < 1) {
          const err18 = {
            instancePath: instancePath + '/name',
            schemaPath: '#/properties/name/minLength',
            keyword: 'minLength',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema59.properties.name,
            data: data9,
          };
          if (vErrors === null) {
            vErrors = [err18];
          } else {
            vErrors.push(err18);
          }
          errors++;
        }
      } else {
        const err19 = {
          instancePath: instancePath + '/name',
          schemaPath: '#/properties/name/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema59.properties.name.type,
          parentSchema: schema59.properties.name,
          data: data9,
        };
        if (vErrors === null) {
          vErrors = [err19];
        } else {
          vErrors.push(err19);
        }
        errors++;
      }
    }
    if (data.description !== undefined) {
      let data10 = data.description;
      if (typeof data10 === 'string') {
        if (func3(data10) > 2000) {
          const err20 = {
            instancePath: instancePath + '/description',
            schemaPath: '#/properties/description/maxLength',
            keyword: 'maxLength',
            params: { limit: 2000 },
            schema: 2000,
            parentSchema: schema59.properties.description,
            data: data10,
          };
          if (vErrors === null) {
            vErrors = [err20];
          } else {
            vErrors.push(err20);
          }
          errors++;
        }
      } else {
        const err21 = {
          instancePath: instancePath + '/description',
          schemaPath: '#/properties/description/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema59.properties.description.type,
          parentSchema: schema59.properties.description,
          data: data10,
        };
        if (vErrors === null) {
          vErrors = [err21];
        } else {
          vErrors.push(err21);
        }
        errors++;
      }
    }
    if (data.labels !== undefined) {
      let data11 = data.labels;
      if (data11 && typeof data11 == 'object' && !Array.isArray(data11)) {
        if (Object.keys(data11).length > 20) {
          const err22 = {
            instancePath: instancePath + '/labels',
            schemaPath: 'Labels/maxProperties',
            keyword: 'maxProperties',
            params: { limit: 20 },
            schema: 20,
            parentSchema: schema73,
            data: data11,
          };
          if (vErrors === null) {
            vErrors = [err22];
          } else {
            vErrors.push(err22);
          }
          errors++;
        }
        for (const key1 in data11) {
          const _errs30 = errors;
          if (typeof key1 === 'string') {
            if (!pattern40.test(key1)) {
              const err23 = {
                instancePath: instancePath + '/labels',
                schemaPath: 'Labels/propertyNames/pattern',
                keyword: 'pattern',
                params: { pattern: '^[A-Za-z][A-Za-z0-9_.-]{0,62}$' },
                schema: '^[A-Za-z][A-Za-z0-9_.-]{0,62}$',
                parentSchema: schema73.propertyNames,
                data: key1,
                propertyName: key1,
              };
              if (vErrors === null) {
                vErrors = [err23];
              } else {
                vErrors.push(err23);
              }
              errors++;
            }
          }
          var valid11 = _errs30 === errors;
          if (!valid11) {
            const err24 = {
              instancePath: instancePath + '/labels',
              schemaPath: 'Labels/propertyNames',
              keyword: 'propertyNames',
              params: { propertyName: key1 },
              schema: schema73.propertyNames,
              parentSchema: schema73,
              data: data11,
            };
            if (vErrors === null) {
              vErrors = [err24];
            } else {
              vErrors.push(err24);
            }
            errors++;
          }
        }
        for (const key2 in data11) {
          let data12 = data11[key2];
          if (typeof data12 === 'string') {
            if (func3(data12) > 256) {
              const err25 = {
                instancePath: instancePath + '/labels/' + key2.replace(/~/g, '~0').replace(/\//g, '~1'),
                schemaPath: 'Labels/additionalProperties/maxLength',
                keyword: 'maxLength',
                params: { limit: 256 },
                schema: 256,
                parentSchema: schema73.additionalProperties,
                data: data12,
              };
              if (vErrors === null) {
                vErrors = [err25];
              } else {
                vErrors.push(err25);
              }
              errors++;
            }
            if (func3(data12) < 1) {
              const err26 = {
                instancePath: instancePath + '/labels/' + key2.replace(/~/g, '~0').replace(/\//g, '~1'),
                schemaPath: 'Labels/additionalProperties/minLength',
                keyword: 'minLength',
                params: { limit: 1 },
                schema: 1,
                parentSchema: schema73.additionalProperties,
                data: data12,
              };
              if (vErrors === null) {
                vErrors = [err26];
              } else {
                vErrors.push(err26);
              }
              errors++;
            }
          } else {
            const err27 = {
              instancePath: instancePath + '/labels/' + key2.replace(/~/g, '~0').replace(/\//g, '~1'),
              schemaPath: 'Labels/additionalProperties/type',
              keyword: 'type',
              params: { type: 'string' },
              schema: schema73.additionalProperties.type,
              parentSchema: schema73.additionalProperties,
              data: data12,
            };
            if (vErrors === null) {
              vErrors = [err27];
            } else {
              vErrors.push(err27);
            }
            errors++;
          }
        }
      } else {
        const err28 = {
          instancePath: instancePath + '/labels',
          schemaPath: 'Labels/type',
          keyword: 'type',
          params: { type: 'object' },
          schema: schema73.type,
          parentSchema: schema73,
          data: data11,
        };
        if (vErrors === null) {
          vErrors = [err28];
        } else {
          vErrors.push(err28);
        }
        errors++;
      }
    }
    if (data.gate !== undefined) {
      if (
        !validate46(data.gate, {
          instancePath: instancePath + '/gate',
          parentData: data,
          parentDataProperty: 'gate',
          rootData,
        })
      ) {
        vErrors = joinErrors(vErrors, validate46.errors);
        errors = vErrors.length;
      }
    }
    if (data.executor !== undefined) {
      let data14 = data.executor;
      if (typeof data14 !== 'string') {
        const err29 = {
          instancePath: instancePath + '/executor',
          schemaPath: 'Executor/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema76.type,
          parentSchema: schema76,
          data: data14,
        };
        if (vErrors === null) {
          vErrors = [err29];
        } else {
          vErrors.push(err29);
        }
        errors++;
      }
      if (!(data14 === 'lambda' || data14 === 'fargate')) {
        const err30 = {
          instancePath: instancePath + '/executor',
          schemaPath: 'Executor/enum',
          keyword: 'enum',
          params: { allowedValues: schema76.enum },
          schema: schema76.enum,
          parentSchema: schema76,
          data: data14,
        };
        if (vErrors === null) {
          vErrors = [err30];
        } else {
          vErrors.push(err30);
        }
        errors++;
      }
    }
    if (data.shards !== undefined) {
      let data15 = data.shards;
      if (!(typeof data15 == 'number' && !(data15 % 1) && !isNaN(data15) && isFinite(data15))) {
        const err31 = {
          instancePath: instancePath + '/shards',
          schemaPath: '#/properties/shards/type',
          keyword: 'type',
          params: { type: 'integer' },
          schema: schema59.properties.shards.type,
          parentSchema: schema59.properties.shards,
          data: data15,
        };
        if (vErrors === null) {
          vErrors = [err31];
        } else {
          vErrors.push(err31);
        }
        errors++;
      }
      if (typeof data15 == 'number' && isFinite(data15)) {
        if (data15 > 100 || isNaN(data15)) {
          const err32 = {
            instancePath: instancePath + '/shards',
            schemaPath: '#/properties/shards/maximum',
            keyword: 'maximum',
            params: { comparison: '<=', limit: 100 },
            schema: 100,
            parentSchema: schema59.properties.shards,
            data: data15,
          };
          if (vErrors === null) {
            vErrors = [err32];
          } else {
            vErrors.push(err32);
          }
          errors++;
        }
        if (data15 < 1 || isNaN(data15)) {
          const err33 = {
            instancePath: instancePath + '/shards',
            schemaPath: '#/properties/shards/minimum',
            keyword: 'minimum',
            params: { comparison: '>=', limit: 1 },
            schema: 1,
            parentSchema: schema59.properties.shards,
            data: data15,
          };
          if (vErrors === null) {
            vErrors = [err33];
          } else {
            vErrors.push(err33);
          }
          errors++;
        }
      }
    }
    if (data.failFast !== undefined) {
      let data16 = data.failFast;
      if (typeof data16 !== 'boolean') {
        const err34 = {
          instancePath: instancePath + '/failFast',
          schemaPath: '#/properties/failFast/type',
          keyword: 'type',
          params: { type: 'boolean' },
          schema: schema59.properties.failFast.type,
          parentSchema: schema59.properties.failFast,
          data: data16,
        };
        if (vErrors === null) {
          vErrors = [err34];
        } else {
          vErrors.push(err34);
        }
        errors++;
      }
    }
    if (data.deadlineMinutes !== undefined) {
      let data17 = data.deadlineMinutes;
      if (!(typeof data17 == 'number' && !(data17 % 1) && !isNaN(data17) && isFinite(data17))) {
        const err35 = {
          instancePath: instancePath + '/deadlineMinutes',
          schemaPath: '#/properties/deadlineMinutes/type',
          keyword: 'type',
          params: { type: 'integer' },
          schema: schema59.properties.deadlineMinutes.type,
          parentSchema: schema59.properties.deadlineMinutes,
          data: data17,
        };
        if (vErrors === null) {
          vErrors = [err35];
        } else {
          vErrors.push(err35);
        }
        errors++;
      }
      if (typeof data17 == 'number' && isFinite(data17)) {
        if (data17 > 480 || isNaN(data17)) {
          const err36 = {
            instancePath: instancePath + '/deadlineMinutes',
            schemaPath: '#/properties/deadlineMinutes/maximum',
            keyword: 'maximum',
            params: { comparison: '<=', limit: 480 },
            schema: 480,
            parentSchema: schema59.properties.deadlineMinutes,
            data: data17,
          };
          if (vErrors === null) {
            vErrors = [err36];
          } else {
            vErrors.push(err36);
          }
          errors++;
        }
        if (data17 < 1 || isNaN(data17)) {
          const err37 = {
            instancePath: instancePath + '/deadlineMinutes',
            schemaPath: '#/properties/deadlineMinutes/minimum',
            keyword: 'minimum',
            params: { comparison: '>=', limit: 1 },
            schema: 1,
            parentSchema: schema59.properties.deadlineMinutes,
            data: data17,
          };
          if (vErrors === null) {
            vErrors = [err37];
          } else {
            vErrors.push(err37);
          }
          errors++;
        }
      }
    }
    if (data.dryRun !== undefined) {
      let data18 = data.dryRun;
      if (typeof data18 !== 'boolean') {
        const err38 = {
          instancePath: instancePath + '/dryRun',
          schemaPath: '#/properties/dryRun/type',
          keyword: 'type',
          params: { type: 'boolean' },
          schema: schema59.properties.dryRun.type,
          parentSchema: schema59.properties.dryRun,
          data: data18,
        };
        if (vErrors === null) {
          vErrors = [err38];
        } else {
          vErrors.push(err38);
        }
        errors++;
      }
    }
  } else {
    const err39 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      schema: schema59.type,
      parentSchema: schema59,
      data,
    };
    if (vErrors === null) {
      vErrors = [err39];
    } else {
      vErrors.push(err39);
    }
    errors++;
  }
  validate41.errors = vErrors;
  return errors === 0;
}

function validate40(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="validateRunRequest" */ let vErrors = null;
  let errors = 0;
  if (!validate41(data, { instancePath, parentData, parentDataProperty, rootData })) {
    vErrors = joinErrors(vErrors, validate41.errors);
    errors = vErrors.length;
  }
  validate40.errors = vErrors;
  return errors === 0;
}

export const validateServiceParameter = validate49;
const schema77 = { $ref: 'Id', $id: 'validateServiceParameter' };

function validate49(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="validateServiceParameter" */ let vErrors = null;
  let errors = 0;
  if (typeof data === 'string') {
    if (!pattern1.test(data)) {
      const err0 = {
        instancePath,
        schemaPath: 'Id/pattern',
        keyword: 'pattern',
        params: { pattern: '^[a-z0-9][a-z0-9-]{0,62}$' },
        schema: '^[a-z0-9][a-z0-9-]{0,62}$',
        parentSchema: schema13,
        data,
      };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = {
      instancePath,
      schemaPath: 'Id/type',
      keyword: 'type',
      params: { type: 'string' },
      schema: schema13.type,
      parentSchema: schema13,
      data,
    };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate49.errors = vErrors;
  return errors === 0;
}

export const validateServiceRequest = validate50;
const schema79 = { $ref: 'ServiceRequest', $id: 'validateServiceRequest' };
const schema80 = {
  type: 'object',
  additionalProperties: false,
  required: ['owner'],
  properties: {
    service: { $ref: 'Id' },
    name: { type: 'string', minLength: 1, maxLength: 200 },
    owner: { type: 'string', minLength: 1, maxLength: 200 },
    team: { type: 'string', minLength: 1, maxLength: 200 },
    contact: { type: 'string', minLength: 1, maxLength: 200 },
    tier: { type: 'integer', minimum: 0, maximum: 3 },
    exposure: { type: 'string', enum: ['public', 'partner', 'internal'] },
    repository: { type: 'string', minLength: 1, maxLength: 500 },
    defaultEnvironment: { $ref: 'Id' },
    version: { $ref: 'Version' },
  },
  $id: 'ServiceRequest',
};

function validate51(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="ServiceRequest" */ let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.owner === undefined) {
      const err0 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'owner' },
        schema: schema80.required,
        parentSchema: schema80,
        data,
      };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!func2.call(schema80.properties, key0)) {
        const err1 = {
          instancePath,
          schemaPath: '#/additionalProperties',
          keyword: 'additionalProperties',
          params: { additionalProperty: key0 },
          schema: false,
          parentSchema: schema80,
          data,
        };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.service !== undefined) {
      let data0 = data.service;
      if (typeof data0 === 'string') {
        if (!pattern1.test(data0)) {
          const err2 = {
            instancePath: instancePath + '/service',
            schemaPath: 'Id/pattern',
            keyword: 'pattern',
            params: { pattern: '^[a-z0-9][a-z0-9-]{0,62}$' },
            schema: '^[a-z0-9][a-z0-9-]{0,62}$',
            parentSchema: schema13,
            data: data0,
          };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      } else {
        const err3 = {
          instancePath: instancePath + '/service',
          schemaPath: 'Id/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema13.type,
          parentSchema: schema13,
          data: data0,
        };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.name !== undefined) {
      let data1 = data.name;
      if (typeof data1 === 'string') {
        if (func3(data1) > 200) {
          const err4 = {
            instancePath: instancePath + '/name',
            schemaPath: '#/properties/name/maxLength',
            keyword: 'maxLength',
            params: { limit: 200 },
            schema: 200,
            parentSchema: schema80.properties.name,
            data: data1,
          };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        if (func3(data1) < 1) {
          const err5 = {
            instancePath: instancePath + '/name',
            schemaPath: '#/properties/name/minLength',
            keyword: 'minLength',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema80.properties.name,
            data: data1,
          };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      } else {
        const err6 = {
          instancePath: instancePath + '/name',
          schemaPath: '#/properties/name/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema80.properties.name.type,
          parentSchema: schema80.properties.name,
          data: data1,
        };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.owner !== undefined) {
      let data2 = data.owner;
      if (typeof data2 === 'string') {
        if (func3(data2) > 200) {
          const err7 = {
            instancePath: instancePath + '/owner',
            schemaPath: '#/properties/owner/maxLength',
            keyword: 'maxLength',
            params: { limit: 200 },
            schema: 200,
            parentSchema: schema80.properties.owner,
            data: data2,
          };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
        if (func3(data2) < 1) {
          const err8 = {
            instancePath: instancePath + '/owner',
            schemaPath: '#/properties/owner/minLength',
            keyword: 'minLength',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema80.properties.owner,
            data: data2,
          };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      } else {
        const err9 = {
          instancePath: instancePath + '/owner',
          schemaPath: '#/properties/owner/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema80.properties.owner.type,
          parentSchema: schema80.properties.owner,
          data: data2,
        };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.team !== undefined) {
      let data3 = data.team;
      if (typeof data3 === 'string') {
        if (func3(data3) > 200) {
          const err10 = {
            instancePath: instancePath + '/team',
            schemaPath: '#/properties/team/maxLength',
            keyword: 'maxLength',
            params: { limit: 200 },
            schema: 200,
            parentSchema: schema80.properties.team,
            data: data3,
          };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
        if (func3(data3) < 1) {
          const err11 = {
            instancePath: instancePath + '/team',
            schemaPath: '#/properties/team/minLength',
            keyword: 'minLength',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema80.properties.team,
            data: data3,
          };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
      } else {
        const err12 = {
          instancePath: instancePath + '/team',
          schemaPath: '#/properties/team/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema80.properties.team.type,
          parentSchema: schema80.properties.team,
          data: data3,
        };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.contact !== undefined) {
      let data4 = data.contact;
      if (typeof data4 === 'string') {
        if (func3(data4) > 200) {
          const err13 = {
            instancePath: instancePath + '/contact',
            schemaPath: '#/properties/contact/maxLength',
            keyword: 'maxLength',
            params: { limit: 200 },
            schema: 200,
            parentSchema: schema80.properties.contact,
            data: data4,
          };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
        if (func3(data4) < 1) {
          const err14 = {
            instancePath: instancePath + '/contact',
            schemaPath: '#/properties/contact/minLength',
            keyword: 'minLength',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema80.properties.contact,
            data: data4,
          };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
      } else {
        const err15 = {
          instancePath: instancePath + '/contact',
          schemaPath: '#/properties/contact/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema80.properties.contact.type,
          parentSchema: schema80.properties.contact,
          data: data4,
        };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
    }
    if (data.tier !== undefined) {
      let data5 = data.tier;
      if (!(typeof data5 == 'number' && !(data5 % 1) && !isNaN(data5) && isFinite(data5))) {
        const err16 = {
          instancePath: instancePath + '/tier',
          schemaPath: '#/properties/tier/type',
          keyword: 'type',
          params: { type: 'integer' },
          schema: schema80.properties.tier.type,
          parentSchema: schema80.properties.tier,
          data: data5,
        };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
      if (typeof data5 == 'number' && isFinite(data5)) {
        if (data5 > 3 || isNaN(data5)) {
          const err17 = {
            instancePath: instancePath + '/tier',
            schemaPath: '#/properties/tier/maximum',
            keyword: 'maximum',
            params: { comparison: '<=', limit: 3 },
            schema: 3,
            parentSchema: schema80.properties.tier,
            data: data5,
          };
          if (vErrors === null) {
            vErrors = [err17];
          } else {
            vErrors.push(err17);
          }
          errors++;
        }
        if (data5 < 0 || isNaN(data5)) {
          const err18 = {
            instancePath: instancePath + '/tier',
            schemaPath: '#/properties/tier/minimum',
            keyword: 'minimum',
            params: { comparison: '>=', limit: 0 },
            schema: 0,
            parentSchema: schema80.properties.tier,
            data: data5,
          };
          if (vErrors === null) {
            vErrors = [err18];
          } else {
            vErrors.push(err18);
          }
          errors++;
        }
      }
    }
    if (data.exposure !== undefined) {
      let data6 = data.exposure;
      if (typeof data6 !== 'string') {
        const err19 = {
          instancePath: instancePath + '/exposure',
          schemaPath: '#/properties/exposure/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema80.properties.exposure.type,
          parentSchema: schema80.properties.exposure,
          data: data6,
        };
        if (vErrors === null) {
          vErrors = [err19];
        } else {
          vErrors.push(err19);
        }
        errors++;
      }
      if (!(data6 === 'public' || data6 === 'partner' || data6 === 'internal')) {
        const err20 = {
          instancePath: instancePath + '/exposure',
          schemaPath: '#/properties/exposure/enum',
          keyword: 'enum',
          params: { allowedValues: schema80.properties.exposure.enum },
          schema: schema80.properties.exposure.enum,
          parentSchema: schema80.properties.exposure,
          data: data6,
        };
        if (vErrors === null) {
          vErrors = [err20];
        } else {
          vErrors.push(err20);
        }
        errors++;
      }
    }
    if (data.repository !== undefined) {
      let data7 = data.repository;
      if (typeof data7 === 'string') {
        if (func3(data7) > 500) {
          const err21 = {
            instancePath: instancePath + '/repository',
            schemaPath: '#/properties/repository/maxLength',
            keyword: 'maxLength',
            params: { limit: 500 },
            schema: 500,
            parentSchema: schema80.properties.repository,
            data: data7,
          };
          if (vErrors === null) {
            vErrors = [err21];
          } else {
            vErrors.push(err21);
          }
          errors++;
        }
        if (func3(data7) < 1) {
          const err22 = {
            instancePath: instancePath + '/repository',
            schemaPath: '#/properties/repository/minLength',
            keyword: 'minLength',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema80.properties.repository,
            data: data7,
          };
          if (vErrors === null) {
            vErrors = [err22];
          } else {
            vErrors.push(err22);
          }
          errors++;
        }
      } else {
        const err23 = {
          instancePath: instancePath + '/repository',
          schemaPath: '#/properties/repository/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema80.properties.repository.type,
          parentSchema: schema80.properties.repository,
          data: data7,
        };
        if (vErrors === null) {
          vErrors = [err23];
        } else {
          vErrors.push(err23);
        }
        errors++;
      }
    }
    if (data.defaultEnvironment !== undefined) {
      let data8 = data.defaultEnvironment;
      if (typeof data8 === 'string') {
        if (!pattern1.test(data8)) {
          const err24 = {
            instancePath: instancePath + '/defaultEnvironment',
            schemaPath: 'Id/pattern',
            keyword: 'pattern',
            params: { pattern: '^[a-z0-9][a-z0-9-]{0,62}$' },
            schema: '^[a-z0-9][a-z0-9-]{0,62}$',
            parentSchema: schema13,
            data: data8,
          };
          if (vErrors === null) {
            vErrors = [err24];
          } else {
            vErrors.push(err24);
          }
          errors++;
        }
      } else {
        const err25 = {
          instancePath: instancePath + '/defaultEnvironment',
          schemaPath: 'Id/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema13.type,
          parentSchema: schema13,
          data: data8,
        };
        if (vErrors === null) {
          vErrors = [err25];
        } else {
          vErrors.push(err25);
        }
        errors++;
      }
    }
    if (data.version !== undefined) {
      let data9 = data.version;
      if (typeof data9 === 'string') {
        if (!pattern32.test(data9)) {
          const err26 = {
            instancePath: instancePath + '/version',
            schemaPath: 'Version/pattern',
            keyword: 'pattern',
            params: { pattern: '^[A-Za-z0-9][A-Za-z0-9._+-]{0,63}$' },
            schema: '^[A-Za-z0-9][A-Za-z0-9._+-]{0,63}$',
            parentSchema: schema61,
            data: data9,
          };
          if (vErrors === null) {
            vErrors = [err26];
          } else {
            vErrors.push(err26);
          }
          errors++;
        }
      } else {
        const err27 = {
          instancePath: instancePath + '/version',
          schemaPath: 'Version/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema61.type,
          parentSchema: schema61,
          data: data9,
        };
        if (vErrors === null) {
          vErrors = [err27];
        } else {
          vErrors.push(err27);
        }
        errors++;
      }
    }
  } else {
    const err28 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      schema: schema80.type,
      parentSchema: schema80,
      data,
    };
    if (vErrors === null) {
      vErrors = [err28];
    } else {
      vErrors.push(err28);
    }
    errors++;
  }
  validate51.errors = vErrors;
  return errors === 0;
}

function validate50(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="validateServiceRequest" */ let vErrors = null;
  let errors = 0;
  if (!validate51(data, { instancePath, parentData, parentDataProperty, rootData })) {
    vErrors = joinErrors(vErrors, validate51.errors);
    errors = vErrors.length;
  }
  validate50.errors = vErrors;
  return errors === 0;
}

export const validateSuiteDefinition = validate53;
const schema84 = { $ref: 'SuiteDefinition', $id: 'validateSuiteDefinition' };
const schema85 = {
  type: 'object',
  additionalProperties: false,
  required: ['suite', 'service'],
  if: { required: ['include'] },
  else: { required: ['cases'] },
  properties: {
    $schema: { type: 'string' },
    suite: { $ref: 'SuiteFileId' },
    service: { $ref: 'SuiteFileId' },
    name: { $ref: 'SuiteFileLine' },
    description: { type: 'string', maxLength: 10000 },
    capability: { enum: ['functional', 'contract', 'performance', 'security', 'resilience', 'data-quality'] },
    tags: { $ref: 'SuiteFileTags' },
    risk: { $ref: 'SuiteFileRisk' },
    owner: { $ref: 'SuiteFileLine' },
    priority: { $ref: 'SuiteFilePriority' },
    requirements: { $ref: 'SuiteFileRequirements' },
    advisory: { type: 'boolean' },
    executor: { enum: ['lambda', 'fargate'] },
    uses: { type: 'array', uniqueItems: true, maxItems: 200, items: { $ref: 'SuiteFileVariableName' } },
    variables: { type: 'object', maxProperties: 1000, propertyNames: { $ref: 'SuiteFileVariableName' } },
    personas: {
      type: 'object',
      maxProperties: 100,
      propertyNames: { $ref: 'SuiteFileFieldName' },
      additionalProperties: { $ref: 'SuiteFilePersona' },
    },
    webhooks: {
      type: 'object',
      maxProperties: 20,
      propertyNames: { $ref: 'SuiteFileFieldName' },
      additionalProperties: { $ref: 'SuiteFileWebhook' },
    },
    flows: {
      type: 'object',
      maxProperties: 1000,
      propertyNames: { $ref: 'SuiteFileId' },
      additionalProperties: { $ref: 'SuiteFileFlow' },
    },
    defaults: {
      type: 'object',
      additionalProperties: false,
      properties: {
        headers: { $ref: 'SuiteFileHeaders' },
        timeoutMs: { $ref: 'SuiteFileTimeoutMs' },
        reruns: { $ref: 'SuiteFileReruns' },
        rerunDelayMs: { $ref: 'SuiteFileRerunDelayMs' },
        target: { $ref: 'SuiteFileTargetName' },
        followRedirects: { type: 'boolean' },
        retry: { $ref: 'SuiteFileRetry' },
        cookies: { type: 'boolean' },
      },
    },
    rate: {
      type: 'object',
      additionalProperties: false,
      minProperties: 1,
      dependentRequired: { burst: ['requestsPerSecond'] },
      properties: {
        requestsPerSecond: { type: 'number', exclusiveMinimum: 0, maximum: 100000 },
        burst: { type: 'integer', minimum: 1, maximum: 10000 },
        perOperation: {
          type: 'object',
          additionalProperties: false,
          required: ['requestsPerSecond'],
          properties: {
            requestsPerSecond: { type: 'number', exclusiveMinimum: 0, maximum: 100000 },
            burst: { type: 'integer', minimum: 1, maximum: 10000 },
          },
        },
      },
    },
    breaker: { type: 'boolean' },
    concurrency: { type: 'integer', minimum: 1, maximum: 10 },
    timeoutMs: { type: 'integer', minimum: 1, maximum: 14400000 },
    fragments: { $ref: 'SuiteFileFragments' },
    fragmentsFrom: {
      type: 'array',
      minItems: 1,
      maxItems: 50,
      items: { $ref: 'SuiteFileFilePath' },
      uniqueItems: true,
    },
    include: { $ref: 'SuiteFileIncludes' },
    setup: { type: 'array', minItems: 1, maxItems: 1000, items: { $ref: 'SuiteFileCase' } },
    cases: { type: 'array', minItems: 1, maxItems: 10000, items: { $ref: 'SuiteFileCase' } },
    teardown: { type: 'array', minItems: 1, maxItems: 1000, items: { $ref: 'SuiteFileCase' } },
  },
  $id: 'SuiteDefinition',
};
const schema86 = { type: 'string', pattern: '^[a-z0-9][a-z0-9-]{0,62}$', $id: 'SuiteFileId' };
const schema88 = { type: 'string', minLength: 1, maxLength: 300, pattern: '^[^\\r\\n]*$', $id: 'SuiteFileLine' };
const schema89 = {
  type: 'array',
  uniqueItems: true,
  maxItems: 50,
  items: { type: 'string', pattern: '^[A-Za-z0-9][A-Za-z0-9_.:/-]{0,99}$' },
  $id: 'SuiteFileTags',
};
const schema90 = { enum: ['low', 'medium', 'high', 'critical'], $id: 'SuiteFileRisk' };
const schema92 = { type: 'integer', minimum: 1, maximum: 5, $id: 'SuiteFilePriority' };
const schema93 = {
  type: 'array',
  maxItems: 50,
  items: { type: 'string', minLength: 1, maxLength: 300, pattern: '^[^\\r\\n]*$' },
  uniqueItems: true,
  $id: 'SuiteFileRequirements',
};
const schema94 = {
  type: 'string',
  pattern: '^(?!(?:run|row|persona|webhooks)$)[A-Za-z_][A-Za-z0-9_]{0,99}$',
  $id: 'SuiteFileVariableName',
};
const schema96 = { type: 'string', pattern: '^[A-Za-z_][A-Za-z0-9_-]{0,99}$', $id: 'SuiteFileFieldName' };
const schema97 = {
  type: 'object',
  additionalProperties: false,
  required: ['kind'],
  properties: {
    kind: { enum: ['new', 'returning', 'admin', 'partner'] },
    currency: { type: 'string', pattern: '^[A-Z]{3}$' },
    locale: { type: 'string', minLength: 2, maxLength: 35 },
    device: { enum: ['desktop', 'mobile', 'tablet'] },
    permissions: {
      type: 'array',
      minItems: 0,
      maxItems: 100,
      items: { type: 'string', minLength: 1, maxLength: 200 },
      uniqueItems: true,
    },
  },
  $id: 'SuiteFilePersona',
};
const schema99 = {
  type: 'object',
  additionalProperties: false,
  properties: {
    answers: {
      type: 'array',
      minItems: 1,
      maxItems: 100,
      items: { type: ['integer', 'string'], minimum: 100, maximum: 599, pattern: '^timeout$' },
    },
    delayMs: { type: 'integer', minimum: 0, maximum: 60000 },
    signature: {
      type: 'object',
      additionalProperties: false,
      required: ['header', 'secret'],
      properties: {
        header: { type: 'string', pattern: "^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}$" },
        secret: { type: 'string', maxLength: 2000, minLength: 1 },
        algorithm: { enum: ['sha256', 'sha1', 'sha512'] },
        encoding: { enum: ['hex', 'base64'] },
        prefix: { type: 'string', maxLength: 100 },
      },
    },
  },
  $id: 'SuiteFileWebhook',
};
const schema107 = {
  type: 'object',
  maxProperties: 100,
  propertyNames: { pattern: "^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}$" },
  additionalProperties: { type: ['string', 'number', 'boolean', 'null'] },
  $id: 'SuiteFileHeaders',
};
const schema108 = { type: 'integer', minimum: 1, maximum: 300000, $id: 'SuiteFileTimeoutMs' };
const schema109 = { type: 'integer', minimum: 0, maximum: 3, $id: 'SuiteFileReruns' };
const schema110 = { type: 'integer', minimum: 0, maximum: 60000, $id: 'SuiteFileRerunDelayMs' };
const schema111 = { type: 'string', pattern: '^[A-Za-z0-9][A-Za-z0-9_-]{0,62}$', $id: 'SuiteFileTargetName' };
const schema112 = {
  type: ['boolean', 'object'],
  if: { type: 'object' },
  then: {
    additionalProperties: false,
    properties: {
      max: { type: 'integer', minimum: 0, maximum: 5 },
      nonIdempotent: { type: 'boolean' },
      waitMsMax: { type: 'integer', minimum: 0, maximum: 300000 },
    },
  },
  else: { const: false },
  $id: 'SuiteFileRetry',
};
const schema106 = { type: 'string', minLength: 1, maxLength: 1000, $id: 'SuiteFileFilePath' };
const pattern48 = /* @__PURE__ */ new RegExp('^[^\\r\\n]*$', 'u');
const pattern52 = /* @__PURE__ */ new RegExp('^(?!(?:run|row|persona|webhooks)$)[A-Za-z_][A-Za-z0-9_]{0,99}$', 'u');
const pattern54 = /* @__PURE__ */ new RegExp('^[A-Za-z_][A-Za-z0-9_-]{0,99}$', 'u');
const pattern55 = /* @__PURE__ */ new RegExp('^[A-Z]{3}$', 'u');
const pattern57 = /* @__PURE__ */ new RegExp('^timeout$', 'u');
const pattern58 = /* @__PURE__ */ new RegExp("^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}$", 'u');
const pattern63 = /* @__PURE__ */ new RegExp('^[A-Za-z0-9][A-Za-z0-9_-]{0,62}$', 'u');
const schema101 = {
  type: 'object',
  additionalProperties: false,
  required: ['rows'],
  properties: {
    name: { $ref: 'SuiteFileLine' },
    rows: { $ref: 'SuiteFileRows' },
    concurrency: { type: 'integer', minimum: 1, maximum: 10 },
  },
  $id: 'SuiteFileFlow',
};
const schema103 = {
  type: ['array', 'object'],
  if: { type: 'array' },
  then: { minItems: 1, maxItems: 100000, items: { $ref: 'SuiteFileRow' } },
  else: {
    additionalProperties: false,
    properties: {
      csv: { type: 'string', maxLength: 67108864, minLength: 1 },
      types: { $ref: 'SuiteFileColumnTypes' },
      jsonLines: { type: 'string', maxLength: 67108864, minLength: 1 },
      file: { $ref: 'SuiteFileFilePath' },
      combine: {
        type: 'object',
        minProperties: 1,
        maxProperties: 50,
        additionalProperties: { type: 'array', minItems: 1, maxItems: 100000 },
      },
      how: { enum: ['full', 'pairwise'] },
      each: { type: 'string', maxLength: 1000, pattern: '^\\{\\{.*\\}\\}$' },
      emptyIsFine: { type: 'boolean' },
    },
    oneOf: [
      { required: ['csv'] },
      { required: ['jsonLines'] },
      { required: ['file'] },
      { required: ['combine'] },
      { required: ['each'] },
    ],
    dependentRequired: { how: ['combine'], emptyIsFine: ['each'] },
    allOf: [
      {
        if: { anyOf: [{ required: ['jsonLines'] }, { required: ['combine'] }, { required: ['each'] }] },
        then: { properties: { types: false } },
      },
    ],
  },
  $id: 'SuiteFileRows',
};
const schema104 = { type: 'object', maxProperties: 1000, $id: 'SuiteFileRow' };
const schema105 = {
  type: 'object',
  maxProperties: 1000,
  additionalProperties: { enum: ['text', 'number', 'boolean', 'json'] },
  $id: 'SuiteFileColumnTypes',
};
const pattern61 = /* @__PURE__ */ new RegExp('^\\{\\{.*\\}\\}$', 'u');

function validate56(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="SuiteFileRows" */ let vErrors = null;
  let errors = 0;
  if (!data || typeof data != 'object') {
    const err0 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: schema103.type },
      schema: schema103.type,
      parentSchema: schema103,
      data,
    };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  const _errs1 = errors;
  let valid0 = true;
  const _errs2 = errors;
  if (!Array.isArray(data)) {
    const err1 = {};
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  var _valid0 = _errs2 === errors;
  errors = _errs1;
  if (vErrors !== null) {
    if (_errs1) {
      vErrors.length = _errs1;
    } else {
      vErrors = null;
    }
  }
  let ifClause0;
  if (_valid0) {
    const _errs4 = errors;
    if (Array.isArray(data)) {
      if (data.length > 100000) {
        const err2 = {
          instancePath,
          schemaPath: '#/then/maxItems',
          keyword: 'maxItems',
          params: { limit: 100000 },
          schema: 100000,
          parentSchema: schema103.then,
          data,
        };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      if (data.length < 1) {
        const err3 = {
          instancePath,
          schemaPath: '#/then/minItems',
          keyword: 'minItems',
          params: { limit: 1 },
          schema: 1,
          parentSchema: schema103.then,
          data,
        };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
      const len0 = data.length;
      for (let i0 = 0; i0 < len0; i0++) {
        let data0 = data[i0];
        if (data0 && typeof data0 == 'object' && !Array.isArray(data0)) {
          if (Object.keys(data0).length > 1000) {
            const err4 = {
              instancePath: instancePath + '/' + i0,
              schemaPath: 'SuiteFileRow/maxProperties',
              keyword: 'maxProperties',
              params: { limit: 1000 },
              schema: 1000,
              parentSchema: schema104,
              data: data0,
            };
            if (vErrors === null) {
              vErrors = [err4];
            } else {
              vErrors.push(err4);
            }
            errors++;
          }
        } else {
          const err5 = {
            instancePath: instancePath + '/' + i0,
            schemaPath: 'SuiteFileRow/type',
            keyword: 'type',
            params: { type: 'object' },
            schema: schema104.type,
            parentSchema: schema104,
            data: data0,
          };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      }
    }
    var _valid0 = _errs4 === errors;
    valid0 = _valid0;
    ifClause0 = 'then';
  } else {
    const _errs8 = errors;
    const _errs9 = errors;
    let valid4 = false;
    let passing0 = null;
    const _errs10 = errors;
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      if (data.csv === undefined) {
        const err6 = {
          instancePath,
          schemaPath: '#/else/oneOf/0/required',
          keyword: 'required',
          params: { missingProperty: 'csv' },
          schema: schema103.else.oneOf[0].required,
          parentSchema: schema103.else.oneOf[0],
          data,
        };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    var _valid1 = _errs10 === errors;
    if (_valid1) {
      valid4 = true;
      passing0 = 0;
    }
    const _errs11 = errors;
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      if (data.jsonLines === undefined) {
        const err7 = {
          instancePath,
          schemaPath: '#/else/oneOf/1/required',
          keyword: 'required',
          params: { missingProperty: 'jsonLines' },
          schema: schema103.else.oneOf[1].required,
          parentSchema: schema103.else.oneOf[1],
          data,
        };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    var _valid1 = _errs11 === errors;
    if (_valid1 && valid4) {
      valid4 = false;
      passing0 = [passing0, 1];
    } else {
      if (_valid1) {
        valid4 = true;
        passing0 = 1;
      }
      const _errs12 = errors;
      if (data && typeof data == 'object' && !Array.isArray(data)) {
        if (data.file === undefined) {
          const err8 = {
            instancePath,
            schemaPath: '#/else/oneOf/2/required',
            keyword: 'required',
            params: { missingProperty: 'file' },
            schema: schema103.else.oneOf[2].required,
            parentSchema: schema103.else.oneOf[2],
            data,
          };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      }
      var _valid1 = _errs12 === errors;
      if (_valid1 && valid4) {
        valid4 = false;
        passing0 = [passing0, 2];
      } else {
        if (_valid1) {
          valid4 = true;
          passing0 = 2;
        }
        const _errs13 = errors;
        if (data && typeof data == 'object' && !Array.isArray(data)) {
          if (data.combine === undefined) {
            const err9 = {
              instancePath,
              schemaPath: '#/else/oneOf/3/required',
              keyword: 'required',
              params: { missingProperty: 'combine' },
              schema: schema103.else.oneOf[3].required,
              parentSchema: schema103.else.oneOf[3],
              data,
            };
            if (vErrors === null) {
              vErrors = [err9];
            } else {
              vErrors.push(err9);
            }
            errors++;
          }
        }
        var _valid1 = _errs13 === errors;
        if (_valid1 && valid4) {
          valid4 = false;
          passing0 = [passing0, 3];
        } else {
          if (_valid1) {
            valid4 = true;
            passing0 = 3;
          }
          const _errs14 = errors;
          if (data && typeof data == 'object' && !Array.isArray(data)) {
            if (data.each === undefined) {
              const err10 = {
                instancePath,
                schemaPath: '#/else/oneOf/4/required',
                keyword: 'required',
                params: { missingProperty: 'each' },
                schema: schema103.else.oneOf[4].required,
                parentSchema: schema103.else.oneOf[4],
                data,
              };
              if (vErrors === null) {
                vErrors = [err10];
              } else {
                vErrors.push(err10);
              }
              errors++;
            }
          }
          var _valid1 = _errs14 === errors;
          if (_valid1 && valid4) {
            valid4 = false;
            passing0 = [passing0, 4];
          } else {
            if (_valid1) {
              valid4 = true;
              passing0 = 4;
            }
          }
        }
      }
    }
    if (!valid4) {
      const err11 = {
        instancePath,
        schemaPath: '#/else/oneOf',
        keyword: 'oneOf',
        params: { passingSchemas: passing0 },
        schema: schema103.else.oneOf,
        parentSchema: schema103.else,
        data,
      };
      if (vErrors === null) {
        vErrors = [err11];
      } else {
        vErrors.push(err11);
      }
      errors++;
    } else {
      errors = _errs9;
      if (vErrors !== null) {
        if (_errs9) {
          vErrors.length = _errs9;
        } else {
          vErrors = null;
        }
      }
    }
    const _errs16 = errors;
    let valid6 = true;
    const _errs17 = errors;
    const _errs18 = errors;
    let valid7 = false;
    const _errs19 = errors;
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (data.jsonLines === undefined && (missing0 = 'jsonLines')) {
        const err12 = {};
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    var _valid3 = _errs19 === errors;
    valid7 = valid7 || _valid3;
    if (!valid7) {
      const _errs20 = errors;
      if (data && typeof data == 'object' && !Array.isArray(data)) {
        let missing1;
        if (data.combine === undefined && (missing1 = 'combine')) {
          const err13 = {};
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
      }
      var _valid3 = _errs20 === errors;
      valid7 = valid7 || _valid3;
      if (!valid7) {
        const _errs21 = errors;
        if (data && typeof data == 'object' && !Array.isArray(data)) {
          let missing2;
          if (data.each === undefined && (missing2 = 'each')) {
            const err14 = {};
            if (vErrors === null) {
              vErrors = [err14];
            } else {
              vErrors.push(err14);
            }
            errors++;
          }
        }
        var _valid3 = _errs21 === errors;
        valid7 = valid7 || _valid3;
      }
    }
    if (!valid7) {
      const err15 = {};
      if (vErrors === null) {
        vErrors = [err15];
      } else {
        vErrors.push(err15);
      }
      errors++;
    } else {
      errors = _errs18;
      if (vErrors !== null) {
        if (_errs18) {
          vErrors.length = _errs18;
        } else {
          vErrors = null;
        }
      }
    }
    var _valid2 = _errs17 === errors;
    errors = _errs16;
    if (vErrors !== null) {
      if (_errs16) {
        vErrors.length = _errs16;
      } else {
        vErrors = null;
      }
    }
    if (_valid2) {
      const _errs22 = errors;
      if (data && typeof data == 'object' && !Array.isArray(data)) {
        if (data.types !== undefined) {
          const err16 = {
            instancePath: instancePath + '/types',
            schemaPath: '#/else/allOf/0/then/properties/types/false schema',
            keyword: 'false schema',
            params: {},
            schema: false,
            parentSchema: schema103.else.allOf[0].then.properties.types,
            data: data.types,
          };
          if (vErrors === null) {
            vErrors = [err16];
          } else {
            vErrors.push(err16);
          }
          errors++;
        }
      }
      var _valid2 = _errs22 === errors;
      valid6 = _valid2;
    }
    if (!valid6) {
      const err17 = {
        instancePath,
        schemaPath: '#/else/allOf/0/if',
        keyword: 'if',
        params: { failingKeyword: 'then' },
        schema: schema103.else.allOf[0].if,
        parentSchema: schema103.else.allOf[0],
        data,
      };
      if (vErrors === null) {
        vErrors = [err17];
      } else {
        vErrors.push(err17);
      }
      errors++;
    }
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      for (const key0 in data) {
        if (!(
          key0 === 'csv' ||
          key0 === 'types' ||
          key0 === 'jsonLines' ||
          key0 === 'file' ||
          key0 === 'combine' ||
          key0 === 'how' ||
          key0 === 'each' ||
          key0 === 'emptyIsFine'
        )) {
          const err18 = {
            instancePath,
            schemaPath: '#/else/additionalProperties',
            keyword: 'additionalProperties',
            params: { additionalProperty: key0 },
            schema: false,
            parentSchema: schema103.else,
            data,
          };
          if (vErrors === null) {
            vErrors = [err18];
          } else {
            vErrors.push(err18);
          }
          errors++;
        }
      }
      if (data.csv !== undefined) {
        let data2 = data.csv;
        if (typeof data2 === 'string') {
          if (func3(data2) > 67108864) {
            const err19 = {
              instancePath: instancePath + '/csv',
              schemaPath: '#/else/properties/csv/maxLength',
              keyword: 'maxLength',
              params: { limit: 67108864 },
              schema: 67108864,
              parentSchema: schema103.else.properties.csv,
              data: data2,
            };
            if (vErrors === null) {
              vErrors = [err19];
            } else {
              vErrors.push(err19);
            }
            errors++;
          }
          if (func3(data2) < 1) {
            const err20 = {
              instancePath: instancePath + '/csv',
              schemaPath: '#/else/properties/csv/minLength',
              keyword: 'minLength',
              params: { limit: 1 },
              schema: 1,
              parentSchema: schema103.else.properties.csv,
              data: data2,
            };
            if (vErrors === null) {
              vErrors = [err20];
            } else {
              vErrors.push(err20);
            }
            errors++;
          }
        } else {
          const err21 = {
            instancePath: instancePath + '/csv',
            schemaPath: '#/else/properties/csv/type',
            keyword: 'type',
            params: { type: 'string' },
            schema: schema103.else.properties.csv.type,
            parentSchema: schema103.else.properties.csv,
            data: data2,
          };
          if (vErrors === null) {
            vErrors = [err21];
          } else {
            vErrors.push(err21);
          }
          errors++;
        }
      }
      if (data.types !== undefined) {
        let data3 = data.types;
        if (data3 && typeof data3 == 'object' && !Array.isArray(data3)) {
          if (Object.keys(data3).length > 1000) {
            const err22 = {
              instancePath: instancePath + '/types',
              schemaPath: 'SuiteFileColumnTypes/maxProperties',
              keyword: 'maxProperties',
              params: { limit: 1000 },
              schema: 1000,
              parentSchema: schema105,
              data: data3,
            };
            if (vErrors === null) {
              vErrors = [err22];
            } else {
              vErrors.push(err22);
            }
            errors++;
          }
          for (const key1 in data3) {
            let data4 = data3[key1];
            if (!(data4 === 'text' || data4 === 'number' || data4 === 'boolean' || data4 === 'json')) {
              const err23 = {
                instancePath: instancePath + '/types/' + key1.replace(/~/g, '~0').replace(/\//g, '~1'),
                schemaPath: 'SuiteFileColumnTypes/additionalProperties/enum',
                keyword: 'enum',
                params: { allowedValues: schema105.additionalProperties.enum },
                schema: schema105.additionalProperties.enum,
                parentSchema: schema105.additionalProperties,
                data: data4,
              };
              if (vErrors === null) {
                vErrors = [err23];
              } else {
                vErrors.push(err23);
              }
              errors++;
            }
          }
        } else {
          const err24 = {
            instancePath: instancePath + '/types',
            schemaPath: 'SuiteFileColumnTypes/type',
            keyword: 'type',
            params: { type: 'object' },
            schema: schema105.type,
            parentSchema: schema105,
            data: data3,
          };
          if (vErrors === null) {
            vErrors = [err24];
          } else {
            vErrors.push(err24);
          }
          errors++;
        }
      }
      if (data.jsonLines !== undefined) {
        let data5 = data.jsonLines;
        if (typeof data5 === 'string') {
          if (func3(data5) > 67108864) {
            const err25 = {
              instancePath: instancePath + '/jsonLines',
              schemaPath: '#/else/properties/jsonLines/maxLength',
              keyword: 'maxLength',
              params: { limit: 67108864 },
              schema: 67108864,
              parentSchema: schema103.else.properties.jsonLines,
              data: data5,
            };
            if (vErrors === null) {
              vErrors = [err25];
            } else {
              vErrors.push(err25);
            }
            errors++;
          }
          if (func3(data5) < 1) {
            const err26 = {
              instancePath: instancePath + '/jsonLines',
              schemaPath: '#/else/properties/jsonLines/minLength',
              keyword: 'minLength',
              params: { limit: 1 },
              schema: 1,
              parentSchema: schema103.else.properties.jsonLines,
              data: data5,
            };
            if (vErrors === null) {
              vErrors = [err26];
            } else {
              vErrors.push(err26);
            }
            errors++;
          }
        } else {
          const err27 = {
            instancePath: instancePath + '/jsonLines',
            schemaPath: '#/else/properties/jsonLines/type',
            keyword: 'type',
            params: { type: 'string' },
            schema: schema103.else.properties.jsonLines.type,
            parentSchema: schema103.else.properties.jsonLines,
            data: data5,
          };
          if (vErrors === null) {
            vErrors = [err27];
          } else {
            vErrors.push(err27);
          }
          errors++;
        }
      }
      if (data.file !== undefined) {
        let data6 = data.file;
        if (typeof data6 === 'string') {
          if (func3(data6) > 1000) {
            const err28 = {
              instancePath: instancePath + '/file',
              schemaPath: 'SuiteFileFilePath/maxLength',
              keyword: 'maxLength',
              params: { limit: 1000 },
              schema: 1000,
              parentSchema: schema106,
              data: data6,
            };
            if (vErrors === null) {
              vErrors = [err28];
            } else {
              vErrors.push(err28);
            }
            errors++;
          }
          if (func3(data6) < 1) {
            const err29 = {
              instancePath: instancePath + '/file',
              schemaPath: 'SuiteFileFilePath/minLength',
              keyword: 'minLength',
              params: { limit: 1 },
              schema: 1,
              parentSchema: schema106,
              data: data6,
            };
            if (vErrors === null) {
              vErrors = [err29];
            } else {
              vErrors.push(err29);
            }
            errors++;
          }
        } else {
          const err30 = {
            instancePath: instancePath + '/file',
            schemaPath: 'SuiteFileFilePath/type',
            keyword: 'type',
            params: { type: 'string' },
            schema: schema106.type,
            parentSchema: schema106,
            data: data6,
          };
          if (vErrors === null) {
            vErrors = [err30];
          } else {
            vErrors.push(err30);
          }
          errors++;
        }
      }
      if (data.combine !== undefined) {
        let data7 = data.combine;
        if (data7 && typeof data7 == 'object' && !Array.isArray(data7)) {
          if (Object.keys(data7).length > 50) {
            const err31 = {
              instancePath: instancePath + '/combine',
              schemaPath: '#/else/properties/combine/maxProperties',
              keyword: 'maxProperties',
              params: { limit: 50 },
              schema: 50,
              parentSchema: schema103.else.properties.combine,
              data: data7,
            };
            if (vErrors === null) {
              vErrors = [err31];
            } else {
              vErrors.push(err31);
            }
            errors++;
          }
          if (Object.keys(data7).length < 1) {
            const err32 = {
              instancePath: instancePath + '/combine',
              schemaPath: '#/else/properties/combine/minProperties',
              keyword: 'minProperties',
              params: { limit: 1 },
              schema: 1,
              parentSchema: schema103.else.properties.combine,
              data: data7,
            };
            if (vErrors === null) {
              vErrors = [err32];
            } else {
              vErrors.push(err32);
            }
            errors++;
          }
          for (const key2 in data7) {
            let data8 = data7[key2];
            if (Array.isArray(data8)) {
              if (data8.length > 100000) {
                const err33 = {
                  instancePath: instancePath + '/combine/' + key2.replace(/~/g, '~0').replace(/\//g, '~1'),
                  schemaPath: '#/else/properties/combine/additionalProperties/maxItems',
                  keyword: 'maxItems',
                  params: { limit: 100000 },
                  schema: 100000,
                  parentSchema: schema103.else.properties.combine.additionalProperties,
                  data: data8,
                };
                if (vErrors === null) {
                  vErrors = [err33];
                } else {
                  vErrors.push(err33);
                }
                errors++;
              }
              if (data8.length < 1) {
                const err34 = {
                  instancePath: instancePath + '/combine/' + key2.replace(/~/g, '~0').replace(/\//g, '~1'),
                  schemaPath: '#/else/properties/combine/additionalProperties/minItems',
                  keyword: 'minItems',
                  params: { limit: 1 },
                  schema: 1,
                  parentSchema: schema103.else.properties.combine.additionalProperties,
                  data: data8,
                };
                if (vErrors === null) {
                  vErrors = [err34];
                } else {
                  vErrors.push(err34);
                }
                errors++;
              }
            } else {
              const err35 = {
                instancePath: instancePath + '/combine/' + key2.replace(/~/g, '~0').replace(/\//g, '~1'),
                schemaPath: '#/else/properties/combine/additionalProperties/type',
                keyword: 'type',
                params: { type: 'array' },
                schema: schema103.else.properties.combine.additionalProperties.type,
                parentSchema: schema103.else.properties.combine.additionalProperties,
                data: data8,
              };
              if (vErrors === null) {
                vErrors = [err35];
              } else {
                vErrors.push(err35);
              }
              errors++;
            }
          }
        } else {
          const err36 = {
            instancePath: instancePath + '/combine',
            schemaPath: '#/else/properties/combine/type',
            keyword: 'type',
            params: { type: 'object' },
            schema: schema103.else.properties.combine.type,
            parentSchema: schema103.else.properties.combine,
            data: data7,
          };
          if (vErrors === null) {
            vErrors = [err36];
          } else {
            vErrors.push(err36);
          }
          errors++;
        }
      }
      if (data.how !== undefined) {
        let data9 = data.how;
        if (!(data9 === 'full' || data9 === 'pairwise')) {
          const err37 = {
            instancePath: instancePath + '/how',
            schemaPath: '#/else/properties/how/enum',
            keyword: 'enum',
            params: { allowedValues: schema103.else.properties.how.enum },
            schema: schema103.else.properties.how.enum,
            parentSchema: schema103.else.properties.how,
            data: data9,
          };
          if (vErrors === null) {
            vErrors = [err37];
          } else {
            vErrors.push(err37);
          }
          errors++;
        }
      }
      if (data.each !== undefined) {
        let data10 = data.each;
        if (typeof data10 === 'string') {
          if (func3(data10) > 1000) {
            const err38 = {
              instancePath: instancePath + '/each',
              schemaPath: '#/else/properties/each/maxLength',
              keyword: 'maxLength',
              params: { limit: 1000 },
              schema: 1000,
              parentSchema: schema103.else.properties.each,
              data: data10,
            };
            if (vErrors === null) {
              vErrors = [err38];
            } else {
              vErrors.push(err38);
            }
            errors++;
          }
          if (!pattern61.test(data10)) {
            const err39 = {
              instancePath: instancePath + '/each',
              schemaPath: '#/else/properties/each/pattern',
              keyword: 'pattern',
              params: { pattern: '^\\{\\{.*\\}\\}$' },
              schema: '^\\{\\{.*\\}\\}$',
              parentSchema: schema103.else.properties.each,
              data: data10,
            };
            if (vErrors === null) {
              vErrors = [err39];
            } else {
              vErrors.push(err39);
            }
            errors++;
          }
        } else {
          const err40 = {
            instancePath: instancePath + '/each',
            schemaPath: '#/else/properties/each/type',
            keyword: 'type',
            params: { type: 'string' },
            schema: schema103.else.properties.each.type,
            parentSchema: schema103.else.properties.each,
            data: data10,
          };
          if (vErrors === null) {
            vErrors = [err40];
          } else {
            vErrors.push(err40);
          }
          errors++;
        }
      }
      if (data.emptyIsFine !== undefined) {
        let data11 = data.emptyIsFine;
        if (typeof data11 !== 'boolean') {
          const err41 = {
            instancePath: instancePath + '/emptyIsFine',
            schemaPath: '#/else/properties/emptyIsFine/type',
            keyword: 'type',
            params: { type: 'boolean' },
            schema: schema103.else.properties.emptyIsFine.type,
            parentSchema: schema103.else.properties.emptyIsFine,
            data: data11,
          };
          if (vErrors === null) {
            vErrors = [err41];
          } else {
            vErrors.push(err41);
          }
          errors++;
        }
      }
      if (data.how !== undefined) {
        if (data.combine === undefined) {
          const err42 = {
            instancePath,
            schemaPath: '#/else/dependentRequired',
            keyword: 'dependentRequired',
            params: { property: 'how', missingProperty: 'combine', depsCount: 1, deps: 'combine' },
            schema: schema103.else.dependentRequired,
            parentSchema: schema103.else,
            data,
          };
          if (vErrors === null) {
            vErrors = [err42];
          } else {
            vErrors.push(err42);
          }
          errors++;
        }
      }
      if (data.emptyIsFine !== undefined) {
        if (data.each === undefined) {
          const err43 = {
            instancePath,
            schemaPath: '#/else/dependentRequired',
            keyword: 'dependentRequired',
            params: { property: 'emptyIsFine', missingProperty: 'each', depsCount: 1, deps: 'each' },
            schema: schema103.else.dependentRequired,
            parentSchema: schema103.else,
            data,
          };
          if (vErrors === null) {
            vErrors = [err43];
          } else {
            vErrors.push(err43);
          }
          errors++;
        }
      }
    }
    var _valid0 = _errs8 === errors;
    valid0 = _valid0;
    ifClause0 = 'else';
  }
  if (!valid0) {
    const err44 = {
      instancePath,
      schemaPath: '#/if',
      keyword: 'if',
      params: { failingKeyword: ifClause0 },
      schema: schema103.if,
      parentSchema: schema103,
      data,
    };
    if (vErrors === null) {
      vErrors = [err44];
    } else {
      vErrors.push(err44);
    }
    errors++;
  }
  validate56.errors = vErrors;
  return errors === 0;
}

function validate55(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="SuiteFileFlow" */ let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.rows === undefined) {
      const err0 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'rows' },
        schema: schema101.required,
        parentSchema: schema101,
        data,
      };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === 'name' || key0 === 'rows' || key0 === 'concurrency')) {
        const err1 = {
          instancePath,
          schemaPath: '#/additionalProperties',
          keyword: 'additionalProperties',
          params: { additionalProperty: key0 },
          schema: false,
          parentSchema: schema101,
          data,
        };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.name !== undefined) {
      let data0 = data.name;
      if (typeof data0 === 'string') {
        if (func3(data0) > 300) {
          const err2 = {
            instancePath: instancePath + '/name',
            schemaPath: 'SuiteFileLine/maxLength',
            keyword: 'maxLength',
            params: { limit: 300 },
            schema: 300,
            parentSchema: schema88,
            data: data0,
          };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
        if (func3(data0) < 1) {
          const err3 = {
            instancePath: instancePath + '/name',
            schemaPath: 'SuiteFileLine/minLength',
            keyword: 'minLength',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema88,
            data: data0,
          };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
        if (!pattern48.test(data0)) {
          const err4 = {
            instancePath: instancePath + '/name',
            schemaPath: 'SuiteFileLine/pattern',
            keyword: 'pattern',
            params: { pattern: '^[^\\r\\n]*$' },
            schema: '^[^\\r\\n]*$',
            parentSchema: schema88,
            data: data0,
          };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = {
          instancePath: instancePath + '/name',
          schemaPath: 'SuiteFileLine/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema88.type,
          parentSchema: schema88,
          data: data0,
        };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.rows !== undefined) {
      if (
        !validate56(data.rows, {
          instancePath: instancePath + '/rows',
          parentData: data,
          parentDataProperty: 'rows',
          rootData,
        })
      ) {
        vErrors = joinErrors(vErrors, validate56.errors);
        errors = vErrors.length;
      }
    }
    if (data.concurrency !== undefined) {
      let data2 = data.concurrency;
      if (!(typeof data2 == 'number' && !(data2 % 1) && !isNaN(data2) && isFinite(data2))) {
        const err6 = {
          instancePath: instancePath + '/concurrency',
          schemaPath: '#/properties/concurrency/type',
          keyword: 'type',
          params: { type: 'integer' },
          schema: schema101.properties.concurrency.type,
          parentSchema: schema101.properties.concurrency,
          data: data2,
        };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
      if (typeof data2 == 'number' && isFinite(data2)) {
        if (data2 > 10 || isNaN(data2)) {
          const err7 = {
            instancePath: instancePath + '/concurrency',
            schemaPath: '#/properties/concurrency/maximum',
            keyword: 'maximum',
            params: { comparison: '<=', limit: 10 },
            schema: 10,
            parentSchema: schema101.properties.concurrency,
            data: data2,
          };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
        if (data2 < 1 || isNaN(data2)) {
          const err8 = {
            instancePath: instancePath + '/concurrency',
            schemaPath: '#/properties/concurrency/minimum',
            keyword: 'minimum',
            params: { comparison: '>=', limit: 1 },
            schema: 1,
            parentSchema: schema101.properties.concurrency,
            data: data2,
          };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      }
    }
  } else {
    const err9 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      schema: schema101.type,
      parentSchema: schema101,
      data,
    };
    if (vErrors === null) {
      vErrors = [err9];
    } else {
      vErrors.push(err9);
    }
    errors++;
  }
  validate55.errors = vErrors;
  return errors === 0;
}

const schema113 = {
  type: 'object',
  maxProperties: 200,
  propertyNames: { $ref: 'SuiteFileId' },
  additionalProperties: { $ref: 'SuiteFileFragment' },
  $id: 'SuiteFileFragments',
};
const schema115 = {
  type: 'object',
  additionalProperties: false,
  properties: {
    description: { type: 'string', maxLength: 10000 },
    parameters: {
      type: 'object',
      maxProperties: 100,
      propertyNames: { $ref: 'SuiteFileVariableName' },
      additionalProperties: { $ref: 'SuiteFileFragmentParameter' },
    },
    include: { $ref: 'SuiteFileIncludes' },
    cases: { type: 'array', minItems: 1, maxItems: 10000 },
  },
  $id: 'SuiteFileFragment',
};
const schema117 = {
  type: 'object',
  additionalProperties: false,
  properties: { default: {}, description: { type: 'string', maxLength: 1000 } },
  $id: 'SuiteFileFragmentParameter',
};
const schema118 = {
  type: 'array',
  minItems: 1,
  maxItems: 1000,
  items: { $ref: 'SuiteFileInclude' },
  $id: 'SuiteFileIncludes',
};
const schema119 = {
  type: 'object',
  additionalProperties: false,
  required: ['fragment'],
  properties: {
    fragment: { $ref: 'SuiteFileFragmentId' },
    as: { $ref: 'SuiteFileId' },
    with: { type: 'object', maxProperties: 100 },
    stage: { enum: ['setup', 'teardown'] },
    flow: { $ref: 'SuiteFileId' },
  },
  $id: 'SuiteFileInclude',
};
const schema120 = { type: 'string', pattern: '^(assay/)?[a-z0-9][a-z0-9-]{0,62}$', $id: 'SuiteFileFragmentId' };
const pattern66 = /* @__PURE__ */ new RegExp('^(assay/)?[a-z0-9][a-z0-9-]{0,62}$', 'u');

function validate62(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="SuiteFileInclude" */ let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.fragment === undefined) {
      const err0 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'fragment' },
        schema: schema119.required,
        parentSchema: schema119,
        data,
      };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === 'fragment' || key0 === 'as' || key0 === 'with' || key0 === 'stage' || key0 === 'flow')) {
        const err1 = {
          instancePath,
          schemaPath: '#/additionalProperties',
          keyword: 'additionalProperties',
          params: { additionalProperty: key0 },
          schema: false,
          parentSchema: schema119,
          data,
        };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.fragment !== undefined) {
      let data0 = data.fragment;
      if (typeof data0 === 'string') {
        if (!pattern66.test(data0)) {
          const err2 = {
            instancePath: instancePath + '/fragment',
            schemaPath: 'SuiteFileFragmentId/pattern',
            keyword: 'pattern',
            params: { pattern: '^(assay/)?[a-z0-9][a-z0-9-]{0,62}$' },
            schema: '^(assay/)?[a-z0-9][a-z0-9-]{0,62}$',
            parentSchema: schema120,
            data: data0,
          };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      } else {
        const err3 = {
          instancePath: instancePath + '/fragment',
          schemaPath: 'SuiteFileFragmentId/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema120.type,
          parentSchema: schema120,
          data: data0,
        };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.as !== undefined) {
      let data1 = data.as;
      if (typeof data1 === 'string') {
        if (!pattern1.test(data1)) {
          const err4 = {
            instancePath: instancePath + '/as',
            schemaPath: 'SuiteFileId/pattern',
            keyword: 'pattern',
            params: { pattern: '^[a-z0-9][a-z0-9-]{0,62}$' },
            schema: '^[a-z0-9][a-z0-9-]{0,62}$',
            parentSchema: schema86,
            data: data1,
          };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = {
          instancePath: instancePath + '/as',
          schemaPath: 'SuiteFileId/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema86.type,
          parentSchema: schema86,
          data: data1,
        };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.with !== undefined) {
      let data2 = data.with;
      if (data2 && typeof data2 == 'object' && !Array.isArray(data2)) {
        if (Object.keys(data2).length > 100) {
          const err6 = {
            instancePath: instancePath + '/with',
            schemaPath: '#/properties/with/maxProperties',
            keyword: 'maxProperties',
            params: { limit: 100 },
            schema: 100,
            parentSchema: schema119.properties.with,
            data: data2,
          };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      } else {
        const err7 = {
          instancePath: instancePath + '/with',
          schemaPath: '#/properties/with/type',
          keyword: 'type',
          params: { type: 'object' },
          schema: schema119.properties.with.type,
          parentSchema: schema119.properties.with,
          data: data2,
        };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.stage !== undefined) {
      let data3 = data.stage;
      if (!(data3 === 'setup' || data3 === 'teardown')) {
        const err8 = {
          instancePath: instancePath + '/stage',
          schemaPath: '#/properties/stage/enum',
          keyword: 'enum',
          params: { allowedValues: schema119.properties.stage.enum },
          schema: schema119.properties.stage.enum,
          parentSchema: schema119.properties.stage,
          data: data3,
        };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.flow !== undefined) {
      let data4 = data.flow;
      if (typeof data4 === 'string') {
        if (!pattern1.test(data4)) {
          const err9 = {
            instancePath: instancePath + '/flow',
            schemaPath: 'SuiteFileId/pattern',
            keyword: 'pattern',
            params: { pattern: '^[a-z0-9][a-z0-9-]{0,62}$' },
            schema: '^[a-z0-9][a-z0-9-]{0,62}$',
            parentSchema: schema86,
            data: data4,
          };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
      } else {
        const err10 = {
          instancePath: instancePath + '/flow',
          schemaPath: 'SuiteFileId/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema86.type,
          parentSchema: schema86,
          data: data4,
        };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
  } else {
    const err11 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      schema: schema119.type,
      parentSchema: schema119,
      data,
    };
    if (vErrors === null) {
      vErrors = [err11];
    } else {
      vErrors.push(err11);
    }
    errors++;
  }
  validate62.errors = vErrors;
  return errors === 0;
}

function validate61(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="SuiteFileIncludes" */ let vErrors = null;
  let errors = 0;
  if (Array.isArray(data)) {
    if (data.length > 1000) {
      const err0 = {
        instancePath,
        schemaPath: '#/maxItems',
        keyword: 'maxItems',
        params: { limit: 1000 },
        schema: 1000,
        parentSchema: schema118,
        data,
      };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.length < 1) {
      const err1 = {
        instancePath,
        schemaPath: '#/minItems',
        keyword: 'minItems',
        params: { limit: 1 },
        schema: 1,
        parentSchema: schema118,
        data,
      };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    const len0 = data.length;
    for (let i0 = 0; i0 < len0; i0++) {
      if (
        !validate62(data[i0], {
          instancePath: instancePath + '/' + i0,
          parentData: data,
          parentDataProperty: i0,
          rootData,
        })
      ) {
        vErrors = joinErrors(vErrors, validate62.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err2 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'array' },
      schema: schema118.type,
      parentSchema: schema118,
      data,
    };
    if (vErrors === null) {
      vErrors = [err2];
    } else {
      vErrors.push(err2);
    }
    errors++;
  }
  validate61.errors = vErrors;
  return errors === 0;
}

function validate60(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="SuiteFileFragment" */ let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === 'description' || key0 === 'parameters' || key0 === 'include' || key0 === 'cases')) {
        const err0 = {
          instancePath,
          schemaPath: '#/additionalProperties',
          keyword: 'additionalProperties',
          params: { additionalProperty: key0 },
          schema: false,
          parentSchema: schema115,
          data,
        };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.description !== undefined) {
      let data0 = data.description;
      if (typeof data0 === 'string') {
        if (func3(data0) > 10000) {
          const err1 = {
            instancePath: instancePath + '/description',
            schemaPath: '#/properties/description/maxLength',
            keyword: 'maxLength',
            params: { limit: 10000 },
            schema: 10000,
            parentSchema: schema115.properties.description,
            data: data0,
          };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
      } else {
        const err2 = {
          instancePath: instancePath + '/description',
          schemaPath: '#/properties/description/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema115.properties.description.type,
          parentSchema: schema115.properties.description,
          data: data0,
        };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.parameters !== undefined) {
      let data1 = data.parameters;
      if (data1 && typeof data1 == 'object' && !Array.isArray(data1)) {
        if (Object.keys(data1).length > 100) {
          const err3 = {
            instancePath: instancePath + '/parameters',
            schemaPath: '#/properties/parameters/maxProperties',
            keyword: 'maxProperties',
            params: { limit: 100 },
            schema: 100,
            parentSchema: schema115.properties.parameters,
            data: data1,
          };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
        for (const key1 in data1) {
          const _errs6 = errors;
          if (typeof key1 === 'string') {
            if (!pattern52.test(key1)) {
              const err4 = {
                instancePath: instancePath + '/parameters',
                schemaPath: 'SuiteFileVariableName/pattern',
                keyword: 'pattern',
                params: { pattern: '^(?!(?:run|row|persona|webhooks)$)[A-Za-z_][A-Za-z0-9_]{0,99}$' },
                schema: '^(?!(?:run|row|persona|webhooks)$)[A-Za-z_][A-Za-z0-9_]{0,99}$',
                parentSchema: schema94,
                data: key1,
                propertyName: key1,
              };
              if (vErrors === null) {
                vErrors = [err4];
              } else {
                vErrors.push(err4);
              }
              errors++;
            }
          } else {
            const err5 = {
              instancePath: instancePath + '/parameters',
              schemaPath: 'SuiteFileVariableName/type',
              keyword: 'type',
              params: { type: 'string' },
              schema: schema94.type,
              parentSchema: schema94,
              data: key1,
              propertyName: key1,
            };
            if (vErrors === null) {
              vErrors = [err5];
            } else {
              vErrors.push(err5);
            }
            errors++;
          }
          var valid1 = _errs6 === errors;
          if (!valid1) {
            const err6 = {
              instancePath: instancePath + '/parameters',
              schemaPath: '#/properties/parameters/propertyNames',
              keyword: 'propertyNames',
              params: { propertyName: key1 },
              schema: schema115.properties.parameters.propertyNames,
              parentSchema: schema115.properties.parameters,
              data: data1,
            };
            if (vErrors === null) {
              vErrors = [err6];
            } else {
              vErrors.push(err6);
            }
            errors++;
          }
        }
        for (const key2 in data1) {
          let data2 = data1[key2];
          if (data2 && typeof data2 == 'object' && !Array.isArray(data2)) {
            for (const key3 in data2) {
              if (!(key3 === 'default' || key3 === 'description')) {
                const err7 = {
                  instancePath: instancePath + '/parameters/' + key2.replace(/~/g, '~0').replace(/\//g, '~1'),
                  schemaPath: 'SuiteFileFragmentParameter/additionalProperties',
                  keyword: 'additionalProperties',
                  params: { additionalProperty: key3 },
                  schema: false,
                  parentSchema: schema117,
                  data: data2,
                };
                if (vErrors === null) {
                  vErrors = [err7];
                } else {
                  vErrors.push(err7);
                }
                errors++;
              }
            }
            if (data2.description !== undefined) {
              let data3 = data2.description;
              if (typeof data3 === 'string') {
                if (func3(data3) > 1000) {
                  const err8 = {
                    instancePath:
                      instancePath + '/parameters/' + key2.replace(/~/g, '~0').replace(/\//g, '~1') + '/description',
                    schemaPath: 'SuiteFileFragmentParameter/properties/description/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 1000 },
                    schema: 1000,
                    parentSchema: schema117.properties.description,
                    data: data3,
                  };
                  if (vErrors === null) {
                    vErrors = [err8];
                  } else {
                    vErrors.push(err8);
                  }
                  errors++;
                }
              } else {
                const err9 = {
                  instancePath:
                    instancePath + '/parameters/' + key2.replace(/~/g, '~0').replace(/\//g, '~1') + '/description',
                  schemaPath: 'SuiteFileFragmentParameter/properties/description/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  schema: schema117.properties.description.type,
                  parentSchema: schema117.properties.description,
                  data: data3,
                };
                if (vErrors === null) {
                  vErrors = [err9];
                } else {
                  vErrors.push(err9);
                }
                errors++;
              }
            }
          } else {
            const err10 = {
              instancePath: instancePath + '/parameters/' + key2.replace(/~/g, '~0').replace(/\//g, '~1'),
              schemaPath: 'SuiteFileFragmentParameter/type',
              keyword: 'type',
              params: { type: 'object' },
              schema: schema117.type,
              parentSchema: schema117,
              data: data2,
            };
            if (vErrors === null) {
              vErrors = [err10];
            } else {
              vErrors.push(err10);
            }
            errors++;
          }
        }
      } else {
        const err11 = {
          instancePath: instancePath + '/parameters',
          schemaPath: '#/properties/parameters/type',
          keyword: 'type',
          params: { type: 'object' },
          schema: schema115.properties.parameters.type,
          parentSchema: schema115.properties.parameters,
          data: data1,
        };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.include !== undefined) {
      if (
        !validate61(data.include, {
          instancePath: instancePath + '/include',
          parentData: data,
          parentDataProperty: 'include',
          rootData,
        })
      ) {
        vErrors = joinErrors(vErrors, validate61.errors);
        errors = vErrors.length;
      }
    }
    if (data.cases !== undefined) {
      let data5 = data.cases;
      if (Array.isArray(data5)) {
        if (data5.length > 10000) {
          const err12 = {
            instancePath: instancePath + '/cases',
            schemaPath: '#/properties/cases/maxItems',
            keyword: 'maxItems',
            params: { limit: 10000 },
            schema: 10000,
            parentSchema: schema115.properties.cases,
            data: data5,
          };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
        if (data5.length < 1) {
          const err13 = {
            instancePath: instancePath + '/cases',
            schemaPath: '#/properties/cases/minItems',
            keyword: 'minItems',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema115.properties.cases,
            data: data5,
          };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
      } else {
        const err14 = {
          instancePath: instancePath + '/cases',
          schemaPath: '#/properties/cases/type',
          keyword: 'type',
          params: { type: 'array' },
          schema: schema115.properties.cases.type,
          parentSchema: schema115.properties.cases,
          data: data5,
        };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
  } else {
    const err15 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      schema: schema115.type,
      parentSchema: schema115,
      data,
    };
    if (vErrors === null) {
      vErrors = [err15];
    } else {
      vErrors.push(err15);
    }
    errors++;
  }
  validate60.errors = vErrors;
  return errors === 0;
}

function validate59(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="SuiteFileFragments" */ let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (Object.keys(data).length > 200) {
      const err0 = {
        instancePath,
        schemaPath: '#/maxProperties',
        keyword: 'maxProperties',
        params: { limit: 200 },
        schema: 200,
        parentSchema: schema113,
        data,
      };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      const _errs1 = errors;
      if (typeof key0 === 'string') {
        if (!pattern1.test(key0)) {
          const err1 = {
            instancePath,
            schemaPath: 'SuiteFileId/pattern',
            keyword: 'pattern',
            params: { pattern: '^[a-z0-9][a-z0-9-]{0,62}$' },
            schema: '^[a-z0-9][a-z0-9-]{0,62}$',
            parentSchema: schema86,
            data: key0,
            propertyName: key0,
          };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
      } else {
        const err2 = {
          instancePath,
          schemaPath: 'SuiteFileId/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema86.type,
          parentSchema: schema86,
          data: key0,
          propertyName: key0,
        };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      var valid0 = _errs1 === errors;
      if (!valid0) {
        const err3 = {
          instancePath,
          schemaPath: '#/propertyNames',
          keyword: 'propertyNames',
          params: { propertyName: key0 },
          schema: schema113.propertyNames,
          parentSchema: schema113,
          data,
        };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    for (const key1 in data) {
      if (
        !validate60(data[key1], {
          instancePath: instancePath + '/' + key1.replace(/~/g, '~0').replace(/\//g, '~1'),
          parentData: data,
          parentDataProperty: key1,
          rootData,
        })
      ) {
        vErrors = joinErrors(vErrors, validate60.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err4 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      schema: schema113.type,
      parentSchema: schema113,
      data,
    };
    if (vErrors === null) {
      vErrors = [err4];
    } else {
      vErrors.push(err4);
    }
    errors++;
  }
  validate59.errors = vErrors;
  return errors === 0;
}

const schema124 = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'checks'],
  oneOf: [{ required: ['request'] }, { required: ['receive'] }, { required: ['publish'] }, { required: ['consume'] }],
  allOf: [{ if: { required: ['rows'] }, then: { properties: { flow: false } } }],
  properties: {
    id: { $ref: 'SuiteFileId' },
    name: { $ref: 'SuiteFileLine' },
    tags: { $ref: 'SuiteFileTags' },
    risk: { $ref: 'SuiteFileRisk' },
    owner: { $ref: 'SuiteFileLine' },
    priority: { $ref: 'SuiteFilePriority' },
    requirements: { $ref: 'SuiteFileRequirements' },
    advisory: { type: 'boolean' },
    reruns: { $ref: 'SuiteFileReruns' },
    rerunDelayMs: { $ref: 'SuiteFileRerunDelayMs' },
    token: { $ref: 'SuiteFileToken' },
    dependsOn: { type: 'array', maxItems: 100, uniqueItems: true, items: { $ref: 'SuiteFileDependency' } },
    requires: { type: 'array', minItems: 1, maxItems: 20, items: { $ref: 'SuiteFileRequirement' } },
    flow: { $ref: 'SuiteFileId' },
    rows: { $ref: 'SuiteFileRows' },
    stage: { enum: ['setup', 'teardown'] },
    request: { $ref: 'SuiteFileRequest' },
    receive: { $ref: 'SuiteFileReceive' },
    publish: { $ref: 'SuiteFilePublish' },
    consume: { $ref: 'SuiteFileConsume' },
    poll: { $ref: 'SuiteFilePoll' },
    setup: { type: 'array', minItems: 1, maxItems: 50, items: { $ref: 'SuiteFileStep' } },
    teardown: { type: 'array', minItems: 1, maxItems: 50, items: { $ref: 'SuiteFileStep' } },
    creates: { type: 'array', minItems: 1, maxItems: 20, items: { $ref: 'SuiteFileCreated' } },
    checks: { $ref: 'SuiteFileChecks' },
    captures: { $ref: 'SuiteFileCaptures' },
    timeoutMs: { type: 'integer', minimum: 1, maximum: 3600000 },
    dependencyTimeoutMs: { type: 'integer', minimum: 1, maximum: 14400000 },
  },
  $id: 'SuiteFileCase',
};
const schema134 = {
  type: ['boolean', 'object'],
  if: { type: 'object' },
  then: {
    additionalProperties: false,
    properties: {
      refreshOn: {
        type: 'array',
        minItems: 1,
        maxItems: 20,
        items: { type: 'integer', minimum: 100, maximum: 599 },
        uniqueItems: true,
      },
      expiresIn: { type: ['number', 'string'], minimum: 1, maximum: 86400, pattern: '^\\$', maxLength: 1000 },
    },
  },
  $id: 'SuiteFileToken',
};
const schema239 = {
  type: 'object',
  additionalProperties: false,
  required: ['to'],
  oneOf: [{ required: ['json'] }, { required: ['body'] }],
  properties: {
    to: {
      type: 'object',
      additionalProperties: false,
      properties: {
        queue: { type: 'string', maxLength: 2048, minLength: 1 },
        topic: { type: 'string', maxLength: 2048, minLength: 1 },
        bus: { type: 'string', maxLength: 2048, minLength: 1 },
        source: { type: 'string', maxLength: 2048, minLength: 1 },
        detailType: { type: 'string', maxLength: 2048, minLength: 1 },
      },
      oneOf: [{ required: ['queue'] }, { required: ['topic'] }, { required: ['bus'] }],
      dependentRequired: { bus: ['source', 'detailType'], source: ['bus'], detailType: ['bus'] },
    },
    json: {},
    body: { type: 'string', maxLength: 262144 },
    attributes: { type: 'object', maxProperties: 10, additionalProperties: { type: ['string', 'number', 'boolean'] } },
    group: { type: 'string', maxLength: 2048, minLength: 1 },
  },
  $id: 'SuiteFilePublish',
};
const pattern74 = /* @__PURE__ */ new RegExp('^\\$', 'u');
const schema135 = {
  type: ['string', 'object'],
  if: { type: 'object' },
  then: {
    additionalProperties: false,
    required: ['case', 'kind'],
    properties: { case: { $ref: 'SuiteFileId' }, kind: { enum: ['order', 'data', 'token'] } },
  },
  else: { $ref: 'SuiteFileId' },
  $id: 'SuiteFileDependency',
};

function validate69(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="SuiteFileDependency" */ let vErrors = null;
  let errors = 0;
  if (typeof data !== 'string' && !(data && typeof data == 'object' && !Array.isArray(data))) {
    const err0 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: schema135.type },
      schema: schema135.type,
      parentSchema: schema135,
      data,
    };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  const _errs1 = errors;
  let valid0 = true;
  const _errs2 = errors;
  if (!(data && typeof data == 'object' && !Array.isArray(data))) {
    const err1 = {};
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  var _valid0 = _errs2 === errors;
  errors = _errs1;
  if (vErrors !== null) {
    if (_errs1) {
      vErrors.length = _errs1;
    } else {
      vErrors = null;
    }
  }
  let ifClause0;
  if (_valid0) {
    const _errs4 = errors;
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      if (data.case === undefined) {
        const err2 = {
          instancePath,
          schemaPath: '#/then/required',
          keyword: 'required',
          params: { missingProperty: 'case' },
          schema: schema135.then.required,
          parentSchema: schema135.then,
          data,
        };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      if (data.kind === undefined) {
        const err3 = {
          instancePath,
          schemaPath: '#/then/required',
          keyword: 'required',
          params: { missingProperty: 'kind' },
          schema: schema135.then.required,
          parentSchema: schema135.then,
          data,
        };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
      for (const key0 in data) {
        if (!(key0 === 'case' || key0 === 'kind')) {
          const err4 = {
            instancePath,
            schemaPath: '#/then/additionalProperties',
            keyword: 'additionalProperties',
            params: { additionalProperty: key0 },
            schema: false,
            parentSchema: schema135.then,
            data,
          };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      }
      if (data.case !== undefined) {
        let data0 = data.case;
        if (typeof data0 === 'string') {
          if (!pattern1.test(data0)) {
            const err5 = {
              instancePath: instancePath + '/case',
              schemaPath: 'SuiteFileId/pattern',
              keyword: 'pattern',
              params: { pattern: '^[a-z0-9][a-z0-9-]{0,62}$' },
              schema: '^[a-z0-9][a-z0-9-]{0,62}$',
              parentSchema: schema86,
              data: data0,
            };
            if (vErrors === null) {
              vErrors = [err5];
            } else {
              vErrors.push(err5);
            }
            errors++;
          }
        } else {
          const err6 = {
            instancePath: instancePath + '/case',
            schemaPath: 'SuiteFileId/type',
            keyword: 'type',
            params: { type: 'string' },
            schema: schema86.type,
            parentSchema: schema86,
            data: data0,
          };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      }
      if (data.kind !== undefined) {
        let data1 = data.kind;
        if (!(data1 === 'order' || data1 === 'data' || data1 === 'token')) {
          const err7 = {
            instancePath: instancePath + '/kind',
            schemaPath: '#/then/properties/kind/enum',
            keyword: 'enum',
            params: { allowedValues: schema135.then.properties.kind.enum },
            schema: schema135.then.properties.kind.enum,
            parentSchema: schema135.then.properties.kind,
            data: data1,
          };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      }
    }
    var _valid0 = _errs4 === errors;
    valid0 = _valid0;
    ifClause0 = 'then';
  } else {
    const _errs10 = errors;
    if (typeof data === 'string') {
      if (!pattern1.test(data)) {
        const err8 = {
          instancePath,
          schemaPath: 'SuiteFileId/pattern',
          keyword: 'pattern',
          params: { pattern: '^[a-z0-9][a-z0-9-]{0,62}$' },
          schema: '^[a-z0-9][a-z0-9-]{0,62}$',
          parentSchema: schema86,
          data,
        };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    } else {
      const err9 = {
        instancePath,
        schemaPath: 'SuiteFileId/type',
        keyword: 'type',
        params: { type: 'string' },
        schema: schema86.type,
        parentSchema: schema86,
        data,
      };
      if (vErrors === null) {
        vErrors = [err9];
      } else {
        vErrors.push(err9);
      }
      errors++;
    }
    var _valid0 = _errs10 === errors;
    valid0 = _valid0;
    ifClause0 = 'else';
  }
  if (!valid0) {
    const err10 = {
      instancePath,
      schemaPath: '#/if',
      keyword: 'if',
      params: { failingKeyword: ifClause0 },
      schema: schema135.if,
      parentSchema: schema135,
      data,
    };
    if (vErrors === null) {
      vErrors = [err10];
    } else {
      vErrors.push(err10);
    }
    errors++;
  }
  validate69.errors = vErrors;
  return errors === 0;
}

const schema138 = {
  type: 'object',
  additionalProperties: false,
  oneOf: [{ required: ['secret'] }, { required: ['variable'] }, { required: ['capability'] }],
  properties: {
    secret: { $ref: 'SuiteFileVariableName' },
    variable: { $ref: 'SuiteFileVariableName' },
    capability: { enum: ['webhooks', 'messages'] },
  },
  $id: 'SuiteFileRequirement',
};

function validate71(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="SuiteFileRequirement" */ let vErrors = null;
  let errors = 0;
  const _errs1 = errors;
  let valid0 = false;
  let passing0 = null;
  const _errs2 = errors;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.secret === undefined) {
      const err0 = {
        instancePath,
        schemaPath: '#/oneOf/0/required',
        keyword: 'required',
        params: { missingProperty: 'secret' },
        schema: schema138.oneOf[0].required,
        parentSchema: schema138.oneOf[0],
        data,
      };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  }
  var _valid0 = _errs2 === errors;
  if (_valid0) {
    valid0 = true;
    passing0 = 0;
  }
  const _errs3 = errors;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.variable === undefined) {
      const err1 = {
        instancePath,
        schemaPath: '#/oneOf/1/required',
        keyword: 'required',
        params: { missingProperty: 'variable' },
        schema: schema138.oneOf[1].required,
        parentSchema: schema138.oneOf[1],
        data,
      };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
  }
  var _valid0 = _errs3 === errors;
  if (_valid0 && valid0) {
    valid0 = false;
    passing0 = [passing0, 1];
  } else {
    if (_valid0) {
      valid0 = true;
      passing0 = 1;
    }
    const _errs4 = errors;
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      if (data.capability === undefined) {
        const err2 = {
          instancePath,
          schemaPath: '#/oneOf/2/required',
          keyword: 'required',
          params: { missingProperty: 'capability' },
          schema: schema138.oneOf[2].required,
          parentSchema: schema138.oneOf[2],
          data,
        };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    var _valid0 = _errs4 === errors;
    if (_valid0 && valid0) {
      valid0 = false;
      passing0 = [passing0, 2];
    } else {
      if (_valid0) {
        valid0 = true;
        passing0 = 2;
      }
    }
  }
  if (!valid0) {
    const err3 = {
      instancePath,
      schemaPath: '#/oneOf',
      keyword: 'oneOf',
      params: { passingSchemas: passing0 },
      schema: schema138.oneOf,
      parentSchema: schema138,
      data,
    };
    if (vErrors === null) {
      vErrors = [err3];
    } else {
      vErrors.push(err3);
    }
    errors++;
  } else {
    errors = _errs1;
    if (vErrors !== null) {
      if (_errs1) {
        vErrors.length = _errs1;
      } else {
        vErrors = null;
      }
    }
  }
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === 'secret' || key0 === 'variable' || key0 === 'capability')) {
        const err4 = {
          instancePath,
          schemaPath: '#/additionalProperties',
          keyword: 'additionalProperties',
          params: { additionalProperty: key0 },
          schema: false,
          parentSchema: schema138,
          data,
        };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.secret !== undefined) {
      let data0 = data.secret;
      if (typeof data0 === 'string') {
        if (!pattern52.test(data0)) {
          const err5 = {
            instancePath: instancePath + '/secret',
            schemaPath: 'SuiteFileVariableName/pattern',
            keyword: 'pattern',
            params: { pattern: '^(?!(?:run|row|persona|webhooks)$)[A-Za-z_][A-Za-z0-9_]{0,99}$' },
            schema: '^(?!(?:run|row|persona|webhooks)$)[A-Za-z_][A-Za-z0-9_]{0,99}$',
            parentSchema: schema94,
            data: data0,
          };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      } else {
        const err6 = {
          instancePath: instancePath + '/secret',
          schemaPath: 'SuiteFileVariableName/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema94.type,
          parentSchema: schema94,
          data: data0,
        };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.variable !== undefined) {
      let data1 = data.variable;
      if (typeof data1 === 'string') {
        if (!pattern52.test(data1)) {
          const err7 = {
            instancePath: instancePath + '/variable',
            schemaPath: 'SuiteFileVariableName/pattern',
            keyword: 'pattern',
            params: { pattern: '^(?!(?:run|row|persona|webhooks)$)[A-Za-z_][A-Za-z0-9_]{0,99}$' },
            schema: '^(?!(?:run|row|persona|webhooks)$)[A-Za-z_][A-Za-z0-9_]{0,99}$',
            parentSchema: schema94,
            data: data1,
          };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      } else {
        const err8 = {
          instancePath: instancePath + '/variable',
          schemaPath: 'SuiteFileVariableName/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema94.type,
          parentSchema: schema94,
          data: data1,
        };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.capability !== undefined) {
      let data2 = data.capability;
      if (!(data2 === 'webhooks' || data2 === 'messages')) {
        const err9 = {
          instancePath: instancePath + '/capability',
          schemaPath: '#/properties/capability/enum',
          keyword: 'enum',
          params: { allowedValues: schema138.properties.capability.enum },
          schema: schema138.properties.capability.enum,
          parentSchema: schema138.properties.capability,
          data: data2,
        };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
  } else {
    const err10 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      schema: schema138.type,
      parentSchema: schema138,
      data,
    };
    if (vErrors === null) {
      vErrors = [err10];
    } else {
      vErrors.push(err10);
    }
    errors++;
  }
  validate71.errors = vErrors;
  return errors === 0;
}

const schema142 = {
  type: 'object',
  additionalProperties: false,
  required: ['method', 'path'],
  properties: {
    method: { $ref: 'SuiteFileMethod' },
    path: { $ref: 'SuiteFileRequestPath' },
    target: { $ref: 'SuiteFileTargetName' },
    query: { $ref: 'SuiteFileQuery' },
    headers: { $ref: 'SuiteFileHeaders' },
    json: {},
    form: { $ref: 'SuiteFileFormFields' },
    multipart: {
      type: 'object',
      minProperties: 1,
      maxProperties: 100,
      additionalProperties: { $ref: 'SuiteFileMultipartPart' },
    },
    body: { type: 'string', maxLength: 1000000 },
    compress: { enum: ['gzip', 'deflate', 'br'] },
    timeoutMs: { $ref: 'SuiteFileTimeoutMs' },
    timeoutsMs: { $ref: 'SuiteFileTimeoutsMs' },
    followRedirects: { type: 'boolean' },
    retry: { $ref: 'SuiteFileRetry' },
    http: { $ref: 'SuiteFileHttp' },
  },
  allOf: [
    { if: { required: ['json'] }, then: { properties: { form: false, multipart: false, body: false } } },
    { if: { required: ['form'] }, then: { properties: { multipart: false, body: false } } },
    { if: { required: ['multipart'] }, then: { properties: { body: false } } },
  ],
  $id: 'SuiteFileRequest',
};
const schema143 = {
  enum: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'QUERY'],
  $id: 'SuiteFileMethod',
};
const schema144 = {
  type: 'string',
  minLength: 1,
  maxLength: 8000,
  pattern: '^(/|https?://|\\{\\{)',
  $id: 'SuiteFileRequestPath',
};
const schema156 = {
  type: 'object',
  additionalProperties: false,
  properties: {
    resolve: { type: 'integer', minimum: 1, maximum: 300000 },
    connect: { type: 'integer', minimum: 1, maximum: 300000 },
    tls: { type: 'integer', minimum: 1, maximum: 300000 },
    wait: { type: 'integer', minimum: 1, maximum: 300000 },
    receive: { type: 'integer', minimum: 1, maximum: 300000 },
  },
  $id: 'SuiteFileTimeoutsMs',
};
const schema158 = { enum: ['1.1', '2', 'auto'], $id: 'SuiteFileHttp' };
const pattern80 = /* @__PURE__ */ new RegExp('^(/|https?://|\\{\\{)', 'u');
const schema146 = {
  type: 'object',
  maxProperties: 200,
  additionalProperties: { $ref: 'SuiteFileParameter' },
  $id: 'SuiteFileQuery',
};
const schema147 = {
  type: ['string', 'number', 'boolean', 'null', 'array'],
  items: { type: ['string', 'number', 'boolean'] },
  maxItems: 1000,
  $id: 'SuiteFileParameter',
};

function validate75(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="SuiteFileQuery" */ let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (Object.keys(data).length > 200) {
      const err0 = {
        instancePath,
        schemaPath: '#/maxProperties',
        keyword: 'maxProperties',
        params: { limit: 200 },
        schema: 200,
        parentSchema: schema146,
        data,
      };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      let data0 = data[key0];
      if (
        typeof data0 !== 'string' &&
        !(typeof data0 == 'number' && isFinite(data0)) &&
        typeof data0 !== 'boolean' &&
        data0 !== null &&
        !Array.isArray(data0)
      ) {
        const err1 = {
          instancePath: instancePath + '/' + key0.replace(/~/g, '~0').replace(/\//g, '~1'),
          schemaPath: 'SuiteFileParameter/type',
          keyword: 'type',
          params: { type: schema147.type },
          schema: schema147.type,
          parentSchema: schema147,
          data: data0,
        };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
      if (Array.isArray(data0)) {
        if (data0.length > 1000) {
          const err2 = {
            instancePath: instancePath + '/' + key0.replace(/~/g, '~0').replace(/\//g, '~1'),
            schemaPath: 'SuiteFileParameter/maxItems',
            keyword: 'maxItems',
            params: { limit: 1000 },
            schema: 1000,
            parentSchema: schema147,
            data: data0,
          };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
        const len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data1 = data0[i0];
          if (
            typeof data1 !== 'string' &&
            !(typeof data1 == 'number' && isFinite(data1)) &&
            typeof data1 !== 'boolean'
          ) {
            const err3 = {
              instancePath: instancePath + '/' + key0.replace(/~/g, '~0').replace(/\//g, '~1') + '/' + i0,
              schemaPath: 'SuiteFileParameter/items/type',
              keyword: 'type',
              params: { type: schema147.items.type },
              schema: schema147.items.type,
              parentSchema: schema147.items,
              data: data1,
            };
            if (vErrors === null) {
              vErrors = [err3];
            } else {
              vErrors.push(err3);
            }
            errors++;
          }
        }
      }
    }
  } else {
    const err4 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      schema: schema146.type,
      parentSchema: schema146,
      data,
    };
    if (vErrors === null) {
      vErrors = [err4];
    } else {
      vErrors.push(err4);
    }
    errors++;
  }
  validate75.errors = vErrors;
  return errors === 0;
}

const schema149 = {
  type: 'object',
  maxProperties: 200,
  additionalProperties: { $ref: 'SuiteFileParameter' },
  $id: 'SuiteFileFormFields',
};

function validate77(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="SuiteFileFormFields" */ let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (Object.keys(data).length > 200) {
      const err0 = {
        instancePath,
        schemaPath: '#/maxProperties',
        keyword: 'maxProperties',
        params: { limit: 200 },
        schema: 200,
        parentSchema: schema149,
        data,
      };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      let data0 = data[key0];
      if (
        typeof data0 !== 'string' &&
        !(typeof data0 == 'number' && isFinite(data0)) &&
        typeof data0 !== 'boolean' &&
        data0 !== null &&
        !Array.isArray(data0)
      ) {
        const err1 = {
          instancePath: instancePath + '/' + key0.replace(/~/g, '~0').replace(/\//g, '~1'),
          schemaPath: 'SuiteFileParameter/type',
          keyword: 'type',
          params: { type: schema147.type },
          schema: schema147.type,
          parentSchema: schema147,
          data: data0,
        };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
      if (Array.isArray(data0)) {
        if (data0.length > 1000) {
          const err2 = {
            instancePath: instancePath + '/' + key0.replace(/~/g, '~0').replace(/\//g, '~1'),
            schemaPath: 'SuiteFileParameter/maxItems',
            keyword: 'maxItems',
            params: { limit: 1000 },
            schema: 1000,
            parentSchema: schema147,
            data: data0,
          };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
        const len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data1 = data0[i0];
          if (
            typeof data1 !== 'string' &&
            !(typeof data1 == 'number' && isFinite(data1)) &&
            typeof data1 !== 'boolean'
          ) {
            const err3 = {
              instancePath: instancePath + '/' + key0.replace(/~/g, '~0').replace(/\//g, '~1') + '/' + i0,
              schemaPath: 'SuiteFileParameter/items/type',
              keyword: 'type',
              params: { type: schema147.items.type },
              schema: schema147.items.type,
              parentSchema: schema147.items,
              data: data1,
            };
            if (vErrors === null) {
              vErrors = [err3];
            } else {
              vErrors.push(err3);
            }
            errors++;
          }
        }
      }
    }
  } else {
    const err4 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      schema: schema149.type,
      parentSchema: schema149,
      data,
    };
    if (vErrors === null) {
      vErrors = [err4];
    } else {
      vErrors.push(err4);
    }
    errors++;
  }
  validate77.errors = vErrors;
  return errors === 0;
}

const schema151 = {
  type: 'object',
  additionalProperties: false,
  oneOf: [{ required: ['value'] }, { required: ['file'] }, { required: ['base64'] }],
  properties: {
    value: {},
    file: { $ref: 'SuiteFileFilePath' },
    base64: { type: 'string', maxLength: 89478488, pattern: '^[A-Za-z0-9+/]*={0,2}$' },
    fileName: { $ref: 'SuiteFileLine' },
    contentType: { $ref: 'SuiteFileLine' },
  },
  $id: 'SuiteFileMultipartPart',
};
const pattern83 = /* @__PURE__ */ new RegExp('^[A-Za-z0-9+/]*={0,2}$', 'u');

function validate79(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="SuiteFileMultipartPart" */ let vErrors = null;
  let errors = 0;
  const _errs1 = errors;
  let valid0 = false;
  let passing0 = null;
  const _errs2 = errors;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.value === undefined) {
      const err0 = {
        instancePath,
        schemaPath: '#/oneOf/0/required',
        keyword: 'required',
        params: { missingProperty: 'value' },
        schema: schema151.oneOf[0].required,
        parentSchema: schema151.oneOf[0],
        data,
      };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  }
  var _valid0 = _errs2 === errors;
  if (_valid0) {
    valid0 = true;
    passing0 = 0;
  }
  const _errs3 = errors;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.file === undefined) {
      const err1 = {
        instancePath,
        schemaPath: '#/oneOf/1/required',
        keyword: 'required',
        params: { missingProperty: 'file' },
        schema: schema151.oneOf[1].required,
        parentSchema: schema151.oneOf[1],
        data,
      };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
  }
  var _valid0 = _errs3 === errors;
  if (_valid0 && valid0) {
    valid0 = false;
    passing0 = [passing0, 1];
  } else {
    if (_valid0) {
      valid0 = true;
      passing0 = 1;
    }
    const _errs4 = errors;
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      if (data.base64 === undefined) {
        const err2 = {
          instancePath,
          schemaPath: '#/oneOf/2/required',
          keyword: 'required',
          params: { missingProperty: 'base64' },
          schema: schema151.oneOf[2].required,
          parentSchema: schema151.oneOf[2],
          data,
        };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    var _valid0 = _errs4 === errors;
    if (_valid0 && valid0) {
      valid0 = false;
      passing0 = [passing0, 2];
    } else {
      if (_valid0) {
        valid0 = true;
        passing0 = 2;
      }
    }
  }
  if (!valid0) {
    const err3 = {
      instancePath,
      schemaPath: '#/oneOf',
      keyword: 'oneOf',
      params: { passingSchemas: passing0 },
      schema: schema151.oneOf,
      parentSchema: schema151,
      data,
    };
    if (vErrors === null) {
      vErrors = [err3];
    } else {
      vErrors.push(err3);
    }
    errors++;
  } else {
    errors = _errs1;
    if (vErrors !== null) {
      if (_errs1) {
        vErrors.length = _errs1;
      } else {
        vErrors = null;
      }
    }
  }
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(
        key0 === 'value' ||
        key0 === 'file' ||
        key0 === 'base64' ||
        key0 === 'fileName' ||
        key0 === 'contentType'
      )) {
        const err4 = {
          instancePath,
          schemaPath: '#/additionalProperties',
          keyword: 'additionalProperties',
          params: { additionalProperty: key0 },
          schema: false,
          parentSchema: schema151,
          data,
        };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.file !== undefined) {
      let data0 = data.file;
      if (typeof data0 === 'string') {
        if (func3(data0) > 1000) {
          const err5 = {
            instancePath: instancePath + '/file',
            schemaPath: 'SuiteFileFilePath/maxLength',
            keyword: 'maxLength',
            params: { limit: 1000 },
            schema: 1000,
            parentSchema: schema106,
            data: data0,
          };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
        if (func3(data0) < 1) {
          const err6 = {
            instancePath: instancePath + '/file',
            schemaPath: 'SuiteFileFilePath/minLength',
            keyword: 'minLength',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema106,
            data: data0,
          };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      } else {
        const err7 = {
          instancePath: instancePath + '/file',
          schemaPath: 'SuiteFileFilePath/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema106.type,
          parentSchema: schema106,
          data: data0,
        };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.base64 !== undefined) {
      let data1 = data.base64;
      if (typeof data1 === 'string') {
        if (func3(data1) > 89478488) {
          const err8 = {
            instancePath: instancePath + '/base64',
            schemaPath: '#/properties/base64/maxLength',
            keyword: 'maxLength',
            params: { limit: 89478488 },
            schema: 89478488,
            parentSchema: schema151.properties.base64,
            data: data1,
          };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
        if (!pattern83.test(data1)) {
          const err9 = {
            instancePath: instancePath + '/base64',
            schemaPath: '#/properties/base64/pattern',
            keyword: 'pattern',
            params: { pattern: '^[A-Za-z0-9+/]*={0,2}$' },
            schema: '^[A-Za-z0-9+/]*={0,2}$',
            parentSchema: schema151.properties.base64,
            data: data1,
          };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
      } else {
        const err10 = {
          instancePath: instancePath + '/base64',
          schemaPath: '#/properties/base64/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema151.properties.base64.type,
          parentSchema: schema151.properties.base64,
          data: data1,
        };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.fileName !== undefined) {
      let data2 = data.fileName;
      if (typeof data2 === 'string') {
        if (func3(data2) > 300) {
          const err11 = {
            instancePath: instancePath + '/fileName',
            schemaPath: 'SuiteFileLine/maxLength',
            keyword: 'maxLength',
            params: { limit: 300 },
            schema: 300,
            parentSchema: schema88,
            data: data2,
          };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
        if (func3(data2) < 1) {
          const err12 = {
            instancePath: instancePath + '/fileName',
            schemaPath: 'SuiteFileLine/minLength',
            keyword: 'minLength',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema88,
            data: data2,
          };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
        if (!pattern48.test(data2)) {
          const err13 = {
            instancePath: instancePath + '/fileName',
            schemaPath: 'SuiteFileLine/pattern',
            keyword: 'pattern',
            params: { pattern: '^[^\\r\\n]*$' },
            schema: '^[^\\r\\n]*$',
            parentSchema: schema88,
            data: data2,
          };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
      } else {
        const err14 = {
          instancePath: instancePath + '/fileName',
          schemaPath: 'SuiteFileLine/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema88.type,
          parentSchema: schema88,
          data: data2,
        };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
    if (data.contentType !== undefined) {
      let data3 = data.contentType;
      if (typeof data3 === 'string') {
        if (func3(data3) > 300) {
          const err15 = {
            instancePath: instancePath + '/contentType',
            schemaPath: 'SuiteFileLine/maxLength',
            keyword: 'maxLength',
            params: { limit: 300 },
            schema: 300,
            parentSchema: schema88,
            data: data3,
          };
          if (vErrors === null) {
            vErrors = [err15];
          } else {
            vErrors.push(err15);
          }
          errors++;
        }
        if (func3(data3) < 1) {
          const err16 = {
            instancePath: instancePath + '/contentType',
            schemaPath: 'SuiteFileLine/minLength',
            keyword: 'minLength',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema88,
            data: data3,
          };
          if (vErrors === null) {
            vErrors = [err16];
          } else {
            vErrors.push(err16);
          }
          errors++;
        }
        if (!pattern48.test(data3)) {
          const err17 = {
            instancePath: instancePath + '/contentType',
            schemaPath: 'SuiteFileLine/pattern',
            keyword: 'pattern',
            params: { pattern: '^[^\\r\\n]*$' },
            schema: '^[^\\r\\n]*$',
            parentSchema: schema88,
            data: data3,
          };
          if (vErrors === null) {
            vErrors = [err17];
          } else {
            vErrors.push(err17);
          }
          errors++;
        }
      } else {
        const err18 = {
          instancePath: instancePath + '/contentType',
          schemaPath: 'SuiteFileLine/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema88.type,
          parentSchema: schema88,
          data: data3,
        };
        if (vErrors === null) {
          vErrors = [err18];
        } else {
          vErrors.push(err18);
        }
        errors++;
      }
    }
  } else {
    const err19 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      schema: schema151.type,
      parentSchema: schema151,
      data,
    };
    if (vErrors === null) {
      vErrors = [err19];
    } else {
      vErrors.push(err19);
    }
    errors++;
  }
  validate79.errors = vErrors;
  return errors === 0;
}

function validate74(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="SuiteFileRequest" */ let vErrors = null;
  let errors = 0;
  const _errs2 = errors;
  let valid1 = true;
  const _errs3 = errors;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    let missing0;
    if (data.json === undefined && (missing0 = 'json')) {
      const err0 = {};
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  }
  var _valid0 = _errs3 === errors;
  errors = _errs2;
  if (vErrors !== null) {
    if (_errs2) {
      vErrors.length = _errs2;
    } else {
      vErrors = null;
    }
  }
  if (_valid0) {
    const _errs4 = errors;
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      if (data.form !== undefined) {
        const err1 = {
          instancePath: instancePath + '/form',
          schemaPath: '#/allOf/0/then/properties/form/false schema',
          keyword: 'false schema',
          params: {},
          schema: false,
          parentSchema: schema142.allOf[0].then.properties.form,
          data: data.form,
        };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
      if (data.multipart !== undefined) {
        const err2 = {
          instancePath: instancePath + '/multipart',
          schemaPath: '#/allOf/0/then/properties/multipart/false schema',
          keyword: 'false schema',
          params: {},
          schema: false,
          parentSchema: schema142.allOf[0].then.properties.multipart,
          data: data.multipart,
        };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      if (data.body !== undefined) {
        const err3 = {
          instancePath: instancePath + '/body',
          schemaPath: '#/allOf/0/then/properties/body/false schema',
          keyword: 'false schema',
          params: {},
          schema: false,
          parentSchema: schema142.allOf[0].then.properties.body,
          data: data.body,
        };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    var _valid0 = _errs4 === errors;
    valid1 = _valid0;
  }
  if (!valid1) {
    const err4 = {
      instancePath,
      schemaPath: '#/allOf/0/if',
      keyword: 'if',
      params: { failingKeyword: 'then' },
      schema: schema142.allOf[0].if,
      parentSchema: schema142.allOf[0],
      data,
    };
    if (vErrors === null) {
      vErrors = [err4];
    } else {
      vErrors.push(err4);
    }
    errors++;
  }
  const _errs6 = errors;
  let valid3 = true;
  const _errs7 = errors;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    let missing1;
    if (data.form === undefined && (missing1 = 'form')) {
      const err5 = {};
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
  }
  var _valid1 = _errs7 === errors;
  errors = _errs6;
  if (vErrors !== null) {
    if (_errs6) {
      vErrors.length = _errs6;
    } else {
      vErrors = null;
    }
  }
  if (_valid1) {
    const _errs8 = errors;
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      if (data.multipart !== undefined) {
        const err6 = {
          instancePath: instancePath + '/multipart',
          schemaPath: '#/allOf/1/then/properties/multipart/false schema',
          keyword: 'false schema',
          params: {},
          schema: false,
          parentSchema: schema142.allOf[1].then.properties.multipart,
          data: data.multipart,
        };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
      if (data.body !== undefined) {
        const err7 = {
          instancePath: instancePath + '/body',
          schemaPath: '#/allOf/1/then/properties/body/false schema',
          keyword: 'false schema',
          params: {},
          schema: false,
          parentSchema: schema142.allOf[1].then.properties.body,
          data: data.body,
        };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    var _valid1 = _errs8 === errors;
    valid3 = _valid1;
  }
  if (!valid3) {
    const err8 = {
      instancePath,
      schemaPath: '#/allOf/1/if',
      keyword: 'if',
      params: { failingKeyword: 'then' },
      schema: schema142.allOf[1].if,
      parentSchema: schema142.allOf[1],
      data,
    };
    if (vErrors === null) {
      vErrors = [err8];
    } else {
      vErrors.push(err8);
    }
    errors++;
  }
  const _errs10 = errors;
  let valid5 = true;
  const _errs11 = errors;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    let missing2;
    if (data.multipart === undefined && (missing2 = 'multipart')) {
      const err9 = {};
      if (vErrors === null) {
        vErrors = [err9];
      } else {
        vErrors.push(err9);
      }
      errors++;
    }
  }
  var _valid2 = _errs11 === errors;
  errors = _errs10;
  if (vErrors !== null) {
    if (_errs10) {
      vErrors.length = _errs10;
    } else {
      vErrors = null;
    }
  }
  if (_valid2) {
    const _errs12 = errors;
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      if (data.body !== undefined) {
        const err10 = {
          instancePath: instancePath + '/body',
          schemaPath: '#/allOf/2/then/properties/body/false schema',
          keyword: 'false schema',
          params: {},
          schema: false,
          parentSchema: schema142.allOf[2].then.properties.body,
          data: data.body,
        };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    var _valid2 = _errs12 === errors;
    valid5 = _valid2;
  }
  if (!valid5) {
    const err11 = {
      instancePath,
      schemaPath: '#/allOf/2/if',
      keyword: 'if',
      params: { failingKeyword: 'then' },
      schema: schema142.allOf[2].if,
      parentSchema: schema142.allOf[2],
      data,
    };
    if (vErrors === null) {
      vErrors = [err11];
    } else {
      vErrors.push(err11);
    }
    errors++;
  }
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.method === undefined) {
      const err12 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'method' },
        schema: schema142.required,
        parentSchema: schema142,
        data,
      };
      if (vErrors === null) {
        vErrors = [err12];
      } else {
        vErrors.push(err12);
      }
      errors++;
    }
    if (data.path === undefined) {
      const err13 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'path' },
        schema: schema142.required,
        parentSchema: schema142,
        data,
      };
      if (vErrors === null) {
        vErrors = [err13];
      } else {
        vErrors.push(err13);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!func2.call(schema142.properties, key0)) {
        const err14 = {
          instancePath,
          schemaPath: '#/additionalProperties',
          keyword: 'additionalProperties',
          params: { additionalProperty: key0 },
          schema: false,
          parentSchema: schema142,
          data,
        };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
    if (data.method !== undefined) {
      let data6 = data.method;
      if (!(
        data6 === 'GET' ||
        data6 === 'HEAD' ||
        data6 === 'POST' ||
        data6 === 'PUT' ||
        data6 === 'PATCH' ||
        data6 === 'DELETE' ||
        data6 === 'OPTIONS' ||
        data6 === 'TRACE' ||
        data6 === 'QUERY'
      )) {
        const err15 = {
          instancePath: instancePath + '/method',
          schemaPath: 'SuiteFileMethod/enum',
          keyword: 'enum',
          params: { allowedValues: schema143.enum },
          schema: schema143.enum,
          parentSchema: schema143,
          data: data6,
        };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
    }
    if (data.path !== undefined) {
      let data7 = data.path;
      if (typeof data7 === 'string') {
        if (func3(data7) > 8000) {
          const err16 = {
            instancePath: instancePath + '/path',
            schemaPath: 'SuiteFileRequestPath/maxLength',
            keyword: 'maxLength',
            params: { limit: 8000 },
            schema: 8000,
            parentSchema: schema144,
            data: data7,
          };
          if (vErrors === null) {
            vErrors = [err16];
          } else {
            vErrors.push(err16);
          }
          errors++;
        }
        if (func3(data7) < 1) {
          const err17 = {
            instancePath: instancePath + '/path',
            schemaPath: 'SuiteFileRequestPath/minLength',
            keyword: 'minLength',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema144,
            data: data7,
          };
          if (vErrors === null) {
            vErrors = [err17];
          } else {
            vErrors.push(err17);
          }
          errors++;
        }
        if (!pattern80.test(data7)) {
          const err18 = {
            instancePath: instancePath + '/path',
            schemaPath: 'SuiteFileRequestPath/pattern',
            keyword: 'pattern',
            params: { pattern: '^(/|https?://|\\{\\{)' },
            schema: '^(/|https?://|\\{\\{)',
            parentSchema: schema144,
            data: data7,
          };
          if (vErrors === null) {
            vErrors = [err18];
          } else {
            vErrors.push(err18);
          }
          errors++;
        }
      } else {
        const err19 = {
          instancePath: instancePath + '/path',
          schemaPath: 'SuiteFileRequestPath/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema144.type,
          parentSchema: schema144,
          data: data7,
        };
        if (vErrors === null) {
          vErrors = [err19];
        } else {
          vErrors.push(err19);
        }
        errors++;
      }
    }
    if (data.target !== undefined) {
      let data8 = data.target;
      if (typeof data8 === 'string') {
        if (!pattern63.test(data8)) {
          const err20 = {
            instancePath: instancePath + '/target',
            schemaPath: 'SuiteFileTargetName/pattern',
            keyword: 'pattern',
            params: { pattern: '^[A-Za-z0-9][A-Za-z0-9_-]{0,62}$' },
            schema: '^[A-Za-z0-9][A-Za-z0-9_-]{0,62}$',
            parentSchema: schema111,
            data: data8,
          };
          if (vErrors === null) {
            vErrors = [err20];
          } else {
            vErrors.push(err20);
          }
          errors++;
        }
      } else {
        const err21 = {
          instancePath: instancePath + '/target',
          schemaPath: 'SuiteFileTargetName/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema111.type,
          parentSchema: schema111,
          data: data8,
        };
        if (vErrors === null) {
          vErrors = [err21];
        } else {
          vErrors.push(err21);
        }
        errors++;
      }
    }
    if (data.query !== undefined) {
      if (
        !validate75(data.query, {
          instancePath: instancePath + '/query',
          parentData: data,
          parentDataProperty: 'query',
          rootData,
        })
      ) {
        vErrors = joinErrors(vErrors, validate75.errors);
        errors = vErrors.length;
      }
    }
    if (data.headers !== undefined) {
      let data10 = data.headers;
      if (data10 && typeof data10 == 'object' && !Array.isArray(data10)) {
        if (Object.keys(data10).length > 100) {
          const err22 = {
            instancePath: instancePath + '/headers',
            schemaPath: 'SuiteFileHeaders/maxProperties',
            keyword: 'maxProperties',
            params: { limit: 100 },
            schema: 100,
            parentSchema: schema107,
            data: data10,
          };
          if (vErrors === null) {
            vErrors = [err22];
          } else {
            vErrors.push(err22);
          }
          errors++;
        }
        for (const key1 in data10) {
          const _errs26 = errors;
          if (typeof key1 === 'string') {
            if (!pattern58.test(key1)) {
              const err23 = {
                instancePath: instancePath + '/headers',
                schemaPath: 'SuiteFileHeaders/propertyNames/pattern',
                keyword: 'pattern',
                params: { pattern: "^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}$" },
                schema: "^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}$",
                parentSchema: schema107.propertyNames,
                data: key1,
                propertyName: key1,
              };
              if (vErrors === null) {
                vErrors = [err23];
              } else {
                vErrors.push(err23);
              }
              errors++;
            }
          }
          var valid12 = _errs26 === errors;
          if (!valid12) {
            const err24 = {
              instancePath: instancePath + '/headers',
              schemaPath: 'SuiteFileHeaders/propertyNames',
              keyword: 'propertyNames',
              params: { propertyName: key1 },
              schema: schema107.propertyNames,
              parentSchema: schema107,
              data: data10,
            };
            if (vErrors === null) {
              vErrors = [err24];
            } else {
              vErrors.push(err24);
            }
            errors++;
          }
        }
        for (const key2 in data10) {
          let data11 = data10[key2];
          if (
            typeof data11 !== 'string' &&
            !(typeof data11 == 'number' && isFinite(data11)) &&
            typeof data11 !== 'boolean' &&
            data11 !== null
          ) {
            const err25 = {
              instancePath: instancePath + '/headers/' + key2.replace(/~/g, '~0').replace(/\//g, '~1'),
              schemaPath: 'SuiteFileHeaders/additionalProperties/type',
              keyword: 'type',
              params: { type: schema107.additionalProperties.type },
              schema: schema107.additionalProperties.type,
              parentSchema: schema107.additionalProperties,
              data: data11,
            };
            if (vErrors === null) {
              vErrors = [err25];
            } else {
              vErrors.push(err25);
            }
            errors++;
          }
        }
      } else {
        const err26 = {
          instancePath: instancePath + '/headers',
          schemaPath: 'SuiteFileHeaders/type',
          keyword: 'type',
          params: { type: 'object' },
          schema: schema107.type,
          parentSchema: schema107,
          data: data10,
        };
        if (vErrors === null) {
          vErrors = [err26];
        } else {
          vErrors.push(err26);
        }
        errors++;
      }
    }
    if (data.form !== undefined) {
      if (
        !validate77(data.form, {
          instancePath: instancePath + '/form',
          parentData: data,
          parentDataProperty: 'form',
          rootData,
        })
      ) {
        vErrors = joinErrors(vErrors, validate77.errors);
        errors = vErrors.length;
      }
    }
    if (data.multipart !== undefined) {
      let data13 = data.multipart;
      if (data13 && typeof data13 == 'object' && !Array.isArray(data13)) {
        if (Object.keys(data13).length > 100) {
          const err27 = {
            instancePath: instancePath + '/multipart',
            schemaPath: '#/properties/multipart/maxProperties',
            keyword: 'maxProperties',
            params: { limit: 100 },
            schema: 100,
            parentSchema: schema142.properties.multipart,
            data: data13,
          };
          if (vErrors === null) {
            vErrors = [err27];
          } else {
            vErrors.push(err27);
          }
          errors++;
        }
        if (Object.keys(data13).length < 1) {
          const err28 = {
            instancePath: instancePath + '/multipart',
            schemaPath: '#/properties/multipart/minProperties',
            keyword: 'minProperties',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema142.properties.multipart,
            data: data13,
          };
          if (vErrors === null) {
            vErrors = [err28];
          } else {
            vErrors.push(err28);
          }
          errors++;
        }
        for (const key3 in data13) {
          if (
            !validate79(data13[key3], {
              instancePath: instancePath + '/multipart/' + key3.replace(/~/g, '~0').replace(/\//g, '~1'),
              parentData: data13,
              parentDataProperty: key3,
              rootData,
            })
          ) {
            vErrors = joinErrors(vErrors, validate79.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err29 = {
          instancePath: instancePath + '/multipart',
          schemaPath: '#/properties/multipart/type',
          keyword: 'type',
          params: { type: 'object' },
          schema: schema142.properties.multipart.type,
          parentSchema: schema142.properties.multipart,
          data: data13,
        };
        if (vErrors === null) {
          vErrors = [err29];
        } else {
          vErrors.push(err29);
        }
        errors++;
      }
    }
    if (data.body !== undefined) {
      let data15 = data.body;
      if (typeof data15 === 'string') {
        if (func3(data15) > 1000000) {
          const err30 = {
            instancePath: instancePath + '/body',
            schemaPath: '#/properties/body/maxLength',
            keyword: 'maxLength',
            params: { limit: 1000000 },
            schema: 1000000,
            parentSchema: schema142.properties.body,
            data: data15,
          };
          if (vErrors === null) {
            vErrors = [err30];
          } else {
            vErrors.push(err30);
          }
          errors++;
        }
      } else {
        const err31 = {
          instancePath: instancePath + '/body',
          schemaPath: '#/properties/body/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema142.properties.body.type,
          parentSchema: schema142.properties.body,
          data: data15,
        };
        if (vErrors === null) {
          vErrors = [err31];
        } else {
          vErrors.push(err31);
        }
        errors++;
      }
    }
    if (data.compress !== undefined) {
      let data16 = data.compress;
      if (!(data16 === 'gzip' || data16 === 'deflate' || data16 === 'br')) {
        const err32 = {
          instancePath: instancePath + '/compress',
          schemaPath: '#/properties/compress/enum',
          keyword: 'enum',
          params: { allowedValues: schema142.properties.compress.enum },
          schema: schema142.properties.compress.enum,
          parentSchema: schema142.properties.compress,
          data: data16,
        };
        if (vErrors === null) {
          vErrors = [err32];
        } else {
          vErrors.push(err32);
        }
        errors++;
      }
    }
    if (data.timeoutMs !== undefined) {
      let data17 = data.timeoutMs;
      if (!(typeof data17 == 'number' && !(data17 % 1) && !isNaN(data17) && isFinite(data17))) {
        const err33 = {
          instancePath: instancePath + '/timeoutMs',
          schemaPath: 'SuiteFileTimeoutMs/type',
          keyword: 'type',
          params: { type: 'integer' },
          schema: schema108.type,
          parentSchema: schema108,
          data: data17,
        };
        if (vErrors === null) {
          vErrors = [err33];
        } else {
          vErrors.push(err33);
        }
        errors++;
      }
      if (typeof data17 == 'number' && isFinite(data17)) {
        if (data17 > 300000 || isNaN(data17)) {
          const err34 = {
            instancePath: instancePath + '/timeoutMs',
            schemaPath: 'SuiteFileTimeoutMs/maximum',
            keyword: 'maximum',
            params: { comparison: '<=', limit: 300000 },
            schema: 300000,
            parentSchema: schema108,
            data: data17,
          };
          if (vErrors === null) {
            vErrors = [err34];
          } else {
            vErrors.push(err34);
          }
          errors++;
        }
        if (data17 < 1 || isNaN(data17)) {
          const err35 = {
            instancePath: instancePath + '/timeoutMs',
            schemaPath: 'SuiteFileTimeoutMs/minimum',
            keyword: 'minimum',
            params: { comparison: '>=', limit: 1 },
            schema: 1,
            parentSchema: schema108,
            data: data17,
          };
          if (vErrors === null) {
            vErrors = [err35];
          } else {
            vErrors.push(err35);
          }
          errors++;
        }
      }
    }
    if (data.timeoutsMs !== undefined) {
      let data18 = data.timeoutsMs;
      if (data18 && typeof data18 == 'object' && !Array.isArray(data18)) {
        for (const key4 in data18) {
          if (!(key4 === 'resolve' || key4 === 'connect' || key4 === 'tls' || key4 === 'wait' || key4 === 'receive')) {
            const err36 = {
              instancePath: instancePath + '/timeoutsMs',
              schemaPath: 'SuiteFileTimeoutsMs/additionalProperties',
              keyword: 'additionalProperties',
              params: { additionalProperty: key4 },
              schema: false,
              parentSchema: schema156,
              data: data18,
            };
            if (vErrors === null) {
              vErrors = [err36];
            } else {
              vErrors.push(err36);
            }
            errors++;
          }
        }
        if (data18.resolve !== undefined) {
          let data19 = data18.resolve;
          if (!(typeof data19 == 'number' && !(data19 % 1) && !isNaN(data19) && isFinite(data19))) {
            const err37 = {
              instancePath: instancePath + '/timeoutsMs/resolve',
              schemaPath: 'SuiteFileTimeoutsMs/properties/resolve/type',
              keyword: 'type',
              params: { type: 'integer' },
              schema: schema156.properties.resolve.type,
              parentSchema: schema156.properties.resolve,
              data: data19,
            };
            if (vErrors === null) {
              vErrors = [err37];
            } else {
              vErrors.push(err37);
            }
            errors++;
          }
          if (typeof data19 == 'number' && isFinite(data19)) {
            if (data19 > 300000 || isNaN(data19)) {
              const err38 = {
                instancePath: instancePath + '/timeoutsMs/resolve',
                schemaPath: 'SuiteFileTimeoutsMs/properties/resolve/maximum',
                keyword: 'maximum',
                params: { comparison: '<=', limit: 300000 },
                schema: 300000,
                parentSchema: schema156.properties.resolve,
                data: data19,
              };
              if (vErrors === null) {
                vErrors = [err38];
              } else {
                vErrors.push(err38);
              }
              errors++;
            }
            if (data19 < 1 || isNaN(data19)) {
              const err39 = {
                instancePath: instancePath + '/timeoutsMs/resolve',
                schemaPath: 'SuiteFileTimeoutsMs/properties/resolve/minimum',
                keyword: 'minimum',
                params: { comparison: '>=', limit: 1 },
                schema: 1,
                parentSchema: schema156.properties.resolve,
                data: data19,
              };
              if (vErrors === null) {
                vErrors = [err39];
              } else {
                vErrors.push(err39);
              }
              errors++;
            }
          }
        }
        if (data18.connect !== undefined) {
          let data20 = data18.connect;
          if (!(typeof data20 == 'number' && !(data20 % 1) && !isNaN(data20) && isFinite(data20))) {
            const err40 = {
              instancePath: instancePath + '/timeoutsMs/connect',
              schemaPath: 'SuiteFileTimeoutsMs/properties/connect/type',
              keyword: 'type',
              params: { type: 'integer' },
              schema: schema156.properties.connect.type,
              parentSchema: schema156.properties.connect,
              data: data20,
            };
            if (vErrors === null) {
              vErrors = [err40];
            } else {
              vErrors.push(err40);
            }
            errors++;
          }
          if (typeof data20 == 'number' && isFinite(data20)) {
            if (data20 > 300000 || isNaN(data20)) {
              const err41 = {
                instancePath: instancePath + '/timeoutsMs/connect',
                schemaPath: 'SuiteFileTimeoutsMs/properties/connect/maximum',
                keyword: 'maximum',
                params: { comparison: '<=', limit: 300000 },
                schema: 300000,
                parentSchema: schema156.properties.connect,
                data: data20,
              };
              if (vErrors === null) {
                vErrors = [err41];
              } else {
                vErrors.push(err41);
              }
              errors++;
            }
            if (data20 < 1 || isNaN(data20)) {
              const err42 = {
                instancePath: instancePath + '/timeoutsMs/connect',
                schemaPath: 'SuiteFileTimeoutsMs/properties/connect/minimum',
                keyword: 'minimum',
                params: { comparison: '>=', limit: 1 },
                schema: 1,
                parentSchema: schema156.properties.connect,
                data: data20,
              };
              if (vErrors === null) {
                vErrors = [err42];
              } else {
                vErrors.push(err42);
              }
              errors++;
            }
          }
        }
        if (data18.tls !== undefined) {
          let data21 = data18.tls;
          if (!(typeof data21 == 'number' && !(data21 % 1) && !isNaN(data21) && isFinite(data21))) {
            const err43 = {
              instancePath: instancePath + '/timeoutsMs/tls',
              schemaPath: 'SuiteFileTimeoutsMs/properties/tls/type',
              keyword: 'type',
              params: { type: 'integer' },
              schema: schema156.properties.tls.type,
              parentSchema: schema156.properties.tls,
              data: data21,
            };
            if (vErrors === null) {
              vErrors = [err43];
            } else {
              vErrors.push(err43);
            }
            errors++;
          }
          if (typeof data21 == 'number' && isFinite(data21)) {
            if (data21 > 300000 || isNaN(data21)) {
              const err44 = {
                instancePath: instancePath + '/timeoutsMs/tls',
                schemaPath: 'SuiteFileTimeoutsMs/properties/tls/maximum',
                keyword: 'maximum',
                params: { comparison: '<=', limit: 300000 },
                schema: 300000,
                parentSchema: schema156.properties.tls,
                data: data21,
              };
              if (vErrors === null) {
                vErrors = [err44];
              } else {
                vErrors.push(err44);
              }
              errors++;
            }
            if (data21 < 1 || isNaN(data21)) {
              const err45 = {
                instancePath: instancePath + '/timeoutsMs/tls',
                schemaPath: 'SuiteFileTimeoutsMs/properties/tls/minimum',
                keyword: 'minimum',
                params: { comparison: '>=', limit: 1 },
                schema: 1,
                parentSchema: schema156.properties.tls,
                data: data21,
              };
              if (vErrors === null) {
                vErrors = [err45];
              } else {
                vErrors.push(err45);
              }
              errors++;
            }
          }
        }
        if (data18.wait !== undefined) {
          let data22 = data18.wait;
          if (!(typeof data22 == 'number' && !(data22 % 1) && !isNaN(data22) && isFinite(data22))) {
            const err46 = {
              instancePath: instancePath + '/timeoutsMs/wait',
              schemaPath: 'SuiteFileTimeoutsMs/properties/wait/type',
              keyword: 'type',
              params: { type: 'integer' },
              schema: schema156.properties.wait.type,
              parentSchema: schema156.properties.wait,
              data: data22,
            };
            if (vErrors === null) {
              vErrors = [err46];
            } else {
              vErrors.push(err46);
            }
            errors++;
          }
          if (typeof data22 == 'number' && isFinite(data22)) {
            if (data22 > 300000 || isNaN(data22)) {
              const err47 = {
                instancePath: instancePath + '/timeoutsMs/wait',
                schemaPath: 'SuiteFileTimeoutsMs/properties/wait/maximum',
                keyword: 'maximum',
                params: { comparison: '<=', limit: 300000 },
                schema: 300000,
                parentSchema: schema156.properties.wait,
                data: data22,
              };
              if (vErrors === null) {
                vErrors = [err47];
              } else {
                vErrors.push(err47);
              }
              errors++;
            }
            if (data22 < 1 || isNaN(data22)) {
              const err48 = {
                instancePath: instancePath + '/timeoutsMs/wait',
                schemaPath: 'SuiteFileTimeoutsMs/properties/wait/minimum',
                keyword: 'minimum',
                params: { comparison: '>=', limit: 1 },
                schema: 1,
                parentSchema: schema156.properties.wait,
                data: data22,
              };
              if (vErrors === null) {
                vErrors = [err48];
              } else {
                vErrors.push(err48);
              }
              errors++;
            }
          }
        }
        if (data18.receive !== undefined) {
          let data23 = data18.receive;
          if (!(typeof data23 == 'number' && !(data23 % 1) && !isNaN(data23) && isFinite(data23))) {
            const err49 = {
              instancePath: instancePath + '/timeoutsMs/receive',
              schemaPath: 'SuiteFileTimeoutsMs/properties/receive/type',
              keyword: 'type',
              params: { type: 'integer' },
              schema: schema156.properties.receive.type,
              parentSchema: schema156.properties.receive,
              data: data23,
            };
            if (vErrors === null) {
              vErrors = [err49];
            } else {
              vErrors.push(err49);
            }
            errors++;
          }
          if (typeof data23 == 'number' && isFinite(data23)) {
            if (data23 > 300000 || isNaN(data23)) {
              const err50 = {
                instancePath: instancePath + '/timeoutsMs/receive',
                schemaPath: 'SuiteFileTimeoutsMs/properties/receive/maximum',
                keyword: 'maximum',
                params: { comparison: '<=', limit: 300000 },
                schema: 300000,
                parentSchema: schema156.properties.receive,
                data: data23,
              };
              if (vErrors === null) {
                vErrors = [err50];
              } else {
                vErrors.push(err50);
              }
              errors++;
            }
            if (data23 < 1 || isNaN(data23)) {
              const err51 = {
                instancePath: instancePath + '/timeoutsMs/receive',
                schemaPath: 'SuiteFileTimeoutsMs/properties/receive/minimum',
                keyword: 'minimum',
                params: { comparison: '>=', limit: 1 },
                schema: 1,
                parentSchema: schema156.properties.receive,
                data: data23,
              };
              if (vErrors === null) {
                vErrors = [err51];
              } else {
                vErrors.push(err51);
              }
              errors++;
            }
          }
        }
      } else {
        const err52 = {
          instancePath: instancePath + '/timeoutsMs',
          schemaPath: 'SuiteFileTimeoutsMs/type',
          keyword: 'type',
          params: { type: 'object' },
          schema: schema156.type,
          parentSchema: schema156,
          data: data18,
        };
        if (vErrors === null) {
          vErrors = [err52];
        } else {
          vErrors.push(err52);
        }
        errors++;
      }
    }
    if (data.followRedirects !== undefined) {
      let data24 = data.followRedirects;
      if (typeof data24 !== 'boolean') {
        const err53 = {
          instancePath: instancePath + '/followRedirects',
          schemaPath: '#/properties/followRedirects/type',
          keyword: 'type',
          params: { type: 'boolean' },
          schema: schema142.properties.followRedirects.type,
          parentSchema: schema142.properties.followRedirects,
          data: data24,
        };
        if (vErrors === null) {
          vErrors = [err53];
        } else {
          vErrors.push(err53);
        }
        errors++;
      }
    }
    if (data.retry !== undefined) {
      let data25 = data.retry;
      if (typeof data25 !== 'boolean' && !(data25 && typeof data25 == 'object' && !Array.isArray(data25))) {
        const err54 = {
          instancePath: instancePath + '/retry',
          schemaPath: 'SuiteFileRetry/type',
          keyword: 'type',
          params: { type: schema112.type },
          schema: schema112.type,
          parentSchema: schema112,
          data: data25,
        };
        if (vErrors === null) {
          vErrors = [err54];
        } else {
          vErrors.push(err54);
        }
        errors++;
      }
      const _errs60 = errors;
      let valid19 = true;
      const _errs61 = errors;
      if (!(data25 && typeof data25 == 'object' && !Array.isArray(data25))) {
        const err55 = {};
        if (vErrors === null) {
          vErrors = [err55];
        } else {
          vErrors.push(err55);
        }
        errors++;
      }
      var _valid3 = _errs61 === errors;
      errors = _errs60;
      if (vErrors !== null) {
        if (_errs60) {
          vErrors.length = _errs60;
        } else {
          vErrors = null;
        }
      }
      let ifClause0;
      if (_valid3) {
        const _errs63 = errors;
        if (data25 && typeof data25 == 'object' && !Array.isArray(data25)) {
          for (const key5 in data25) {
            if (!(key5 === 'max' || key5 === 'nonIdempotent' || key5 === 'waitMsMax')) {
              const err56 = {
                instancePath: instancePath + '/retry',
                schemaPath: 'SuiteFileRetry/then/additionalProperties',
                keyword: 'additionalProperties',
                params: { additionalProperty: key5 },
                schema: false,
                parentSchema: schema112.then,
                data: data25,
              };
              if (vErrors === null) {
                vErrors = [err56];
              } else {
                vErrors.push(err56);
              }
              errors++;
            }
          }
          if (data25.max !== undefined) {
            let data26 = data25.max;
            if (!(typeof data26 == 'number' && !(data26 % 1) && !isNaN(data26) && isFinite(data26))) {
              const err57 = {
                instancePath: instancePath + '/retry/max',
                schemaPath: 'SuiteFileRetry/then/properties/max/type',
                keyword: 'type',
                params: { type: 'integer' },
                schema: schema112.then.properties.max.type,
                parentSchema: schema112.then.properties.max,
                data: data26,
              };
              if (vErrors === null) {
                vErrors = [err57];
              } else {
                vErrors.push(err57);
              }
              errors++;
            }
            if (typeof data26 == 'number' && isFinite(data26)) {
              if (data26 > 5 || isNaN(data26)) {
                const err58 = {
                  instancePath: instancePath + '/retry/max',
                  schemaPath: 'SuiteFileRetry/then/properties/max/maximum',
                  keyword: 'maximum',
                  params: { comparison: '<=', limit: 5 },
                  schema: 5,
                  parentSchema: schema112.then.properties.max,
                  data: data26,
                };
                if (vErrors === null) {
                  vErrors = [err58];
                } else {
                  vErrors.push(err58);
                }
                errors++;
              }
              if (data26 < 0 || isNaN(data26)) {
                const err59 = {
                  instancePath: instancePath + '/retry/max',
                  schemaPath: 'SuiteFileRetry/then/properties/max/minimum',
                  keyword: 'minimum',
                  params: { comparison: '>=', limit: 0 },
                  schema: 0,
                  parentSchema: schema112.then.properties.max,
                  data: data26,
                };
                if (vErrors === null) {
                  vErrors = [err59];
                } else {
                  vErrors.push(err59);
                }
                errors++;
              }
            }
          }
          if (data25.nonIdempotent !== undefined) {
            let data27 = data25.nonIdempotent;
            if (typeof data27 !== 'boolean') {
              const err60 = {
                instancePath: instancePath + '/retry/nonIdempotent',
                schemaPath: 'SuiteFileRetry/then/properties/nonIdempotent/type',
                keyword: 'type',
                params: { type: 'boolean' },
                schema: schema112.then.properties.nonIdempotent.type,
                parentSchema: schema112.then.properties.nonIdempotent,
                data: data27,
              };
              if (vErrors === null) {
                vErrors = [err60];
              } else {
                vErrors.push(err60);
              }
              errors++;
            }
          }
          if (data25.waitMsMax !== undefined) {
            let data28 = data25.waitMsMax;
            if (!(typeof data28 == 'number' && !(data28 % 1) && !isNaN(data28) && isFinite(data28))) {
              const err61 = {
                instancePath: instancePath + '/retry/waitMsMax',
                schemaPath: 'SuiteFileRetry/then/properties/waitMsMax/type',
                keyword: 'type',
                params: { type: 'integer' },
                schema: schema112.then.properties.waitMsMax.type,
                parentSchema: schema112.then.properties.waitMsMax,
                data: data28,
              };
              if (vErrors === null) {
                vErrors = [err61];
              } else {
                vErrors.push(err61);
              }
              errors++;
            }
            if (typeof data28 == 'number' && isFinite(data28)) {
              if (data28 > 300000 || isNaN(data28)) {
                const err62 = {
                  instancePath: instancePath + '/retry/waitMsMax',
                  schemaPath: 'SuiteFileRetry/then/properties/waitMsMax/maximum',
                  keyword: 'maximum',
                  params: { comparison: '<=', limit: 300000 },
                  schema: 300000,
                  parentSchema: schema112.then.properties.waitMsMax,
                  data: data28,
                };
                if (vErrors === null) {
                  vErrors = [err62];
                } else {
                  vErrors.push(err62);
                }
                errors++;
              }
              if (data28 < 0 || isNaN(data28)) {
                const err63 = {
                  instancePath: instancePath + '/retry/waitMsMax',
                  schemaPath: 'SuiteFileRetry/then/properties/waitMsMax/minimum',
                  keyword: 'minimum',
                  params: { comparison: '>=', limit: 0 },
                  schema: 0,
                  parentSchema: schema112.then.properties.waitMsMax,
                  data: data28,
                };
                if (vErrors === null) {
                  vErrors = [err63];
                } else {
                  vErrors.push(err63);
                }
                errors++;
              }
            }
          }
        }
        var _valid3 = _errs63 === errors;
        valid19 = _valid3;
        ifClause0 = 'then';
      } else {
        const _errs71 = errors;
        if (false !== data25) {
          const err64 = {
            instancePath: instancePath + '/retry',
            schemaPath: 'SuiteFileRetry/else/const',
            keyword: 'const',
            params: { allowedValue: false },
            schema: false,
            parentSchema: schema112.else,
            data: data25,
          };
          if (vErrors === null) {
            vErrors = [err64];
          } else {
            vErrors.push(err64);
          }
          errors++;
        }
        var _valid3 = _errs71 === errors;
        valid19 = _valid3;
        ifClause0 = 'else';
      }
      if (!valid19) {
        const err65 = {
          instancePath: instancePath + '/retry',
          schemaPath: 'SuiteFileRetry/if',
          keyword: 'if',
          params: { failingKeyword: ifClause0 },
          schema: schema112.if,
          parentSchema: schema112,
          data: data25,
        };
        if (vErrors === null) {
          vErrors = [err65];
        } else {
          vErrors.push(err65);
        }
        errors++;
      }
    }
    if (data.http !== undefined) {
      let data29 = data.http;
      if (!(data29 === '1.1' || data29 === '2' || data29 === 'auto')) {
        const err66 = {
          instancePath: instancePath + '/http',
          schemaPath: 'SuiteFileHttp/enum',
          keyword: 'enum',
          params: { allowedValues: schema158.enum },
          schema: schema158.enum,
          parentSchema: schema158,
          data: data29,
        };
        if (vErrors === null) {
          vErrors = [err66];
        } else {
          vErrors.push(err66);
        }
        errors++;
      }
    }
  } else {
    const err67 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      schema: schema142.type,
      parentSchema: schema142,
      data,
    };
    if (vErrors === null) {
      vErrors = [err67];
    } else {
      vErrors.push(err67);
    }
    errors++;
  }
  validate74.errors = vErrors;
  return errors === 0;
}

const schema159 = {
  type: 'object',
  additionalProperties: false,
  required: ['webhook'],
  properties: {
    webhook: { $ref: 'SuiteFileFieldName' },
    count: { type: 'integer', minimum: 0, maximum: 1000 },
    deadlineMs: { type: 'integer', minimum: 1, maximum: 3600000 },
    where: { type: 'array', minItems: 1, maxItems: 50, items: { $ref: 'SuiteFileCheck' } },
  },
  $id: 'SuiteFileReceive',
};
const schema161 = {
  type: 'object',
  additionalProperties: false,
  properties: {
    status: {
      if: { type: 'array' },
      then: { minItems: 1, maxItems: 50, items: { $ref: 'SuiteFileStatusPattern' } },
      else: { $ref: 'SuiteFileStatusPattern' },
    },
    path: { $ref: 'SuiteFileJsonPath' },
    header: { type: 'string', pattern: "^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}$" },
    body: { const: 'text' },
    schema: { type: ['object'] },
    at: { $ref: 'SuiteFileJsonPath' },
    timeMs: { $ref: 'SuiteFileOperators' },
    bodyBytes: { $ref: 'SuiteFileOperators' },
    equals: { $ref: 'SuiteFileEquals' },
    not: { $ref: 'SuiteFileNot' },
    contains: { $ref: 'SuiteFileContains' },
    matches: { $ref: 'SuiteFileRegex' },
    in: { $ref: 'SuiteFileIn' },
    exists: { $ref: 'SuiteFileExists' },
    type: { $ref: 'SuiteFileType' },
    length: { $ref: 'SuiteFileLength' },
    '<': { $ref: 'SuiteFileBound' },
    '<=': { $ref: 'SuiteFileBound' },
    '>': { $ref: 'SuiteFileBound' },
    '>=': { $ref: 'SuiteFileBound' },
    sorted: { $ref: 'SuiteFileSorted' },
    unique: { $ref: 'SuiteFileUnique' },
    subset: { $ref: 'SuiteFileSubset' },
    olderThan: { $ref: 'SuiteFileDuration' },
    newerThan: { $ref: 'SuiteFileDuration' },
    every: { $ref: 'SuiteFileElementOperators' },
    some: { $ref: 'SuiteFileElementOperators' },
    warn: { type: 'boolean' },
  },
  oneOf: [
    { required: ['status'] },
    { required: ['path'] },
    { required: ['header'] },
    { required: ['body'] },
    { required: ['schema'] },
    { required: ['timeMs'] },
    { required: ['bodyBytes'] },
  ],
  allOf: [
    { if: { required: ['status'] }, then: { propertyNames: { enum: ['status', 'warn'] } } },
    { if: { required: ['timeMs'] }, then: { propertyNames: { enum: ['timeMs', 'warn'] } } },
    { if: { required: ['bodyBytes'] }, then: { propertyNames: { enum: ['bodyBytes', 'warn'] } } },
    { if: { required: ['schema'] }, then: { propertyNames: { enum: ['schema', 'at', 'warn'] } } },
    {
      if: { anyOf: [{ required: ['path'] }, { required: ['header'] }, { required: ['body'] }] },
      then: { minProperties: 2, properties: { at: false } },
    },
    {
      if: { required: ['warn'], anyOf: [{ required: ['path'] }, { required: ['header'] }, { required: ['body'] }] },
      then: { minProperties: 3 },
    },
  ],
  $id: 'SuiteFileCheck',
};
const schema162 = {
  type: ['integer', 'string'],
  minimum: 100,
  maximum: 599,
  pattern: '^([1-5]([0-9]{2}|[xX]{2})|\\{\\{.*\\}\\})$',
  $id: 'SuiteFileStatusPattern',
};
const schema164 = { type: 'string', minLength: 1, maxLength: 1000, pattern: '^\\$', $id: 'SuiteFileJsonPath' };
const schema167 = { $id: 'SuiteFileEquals' };
const schema168 = { $id: 'SuiteFileNot' };
const schema169 = { $id: 'SuiteFileContains' };
const schema170 = { type: 'string', minLength: 1, maxLength: 1000, $id: 'SuiteFileRegex' };
const schema171 = { type: 'array', minItems: 1, maxItems: 1000, $id: 'SuiteFileIn' };
const schema172 = { type: 'boolean', $id: 'SuiteFileExists' };
const schema173 = { enum: ['null', 'boolean', 'integer', 'number', 'string', 'array', 'object'], $id: 'SuiteFileType' };
const schema174 = { type: ['integer', 'string'], minimum: 0, pattern: '^\\{\\{.*\\}\\}$', $id: 'SuiteFileLength' };
const schema175 = { type: ['number', 'string'], $id: 'SuiteFileBound' };
const schema179 = {
  type: ['string', 'object'],
  if: { type: 'object' },
  then: {
    additionalProperties: false,
    required: ['by'],
    properties: { by: { type: 'string', maxLength: 1000, minLength: 1 }, order: { enum: ['ascending', 'descending'] } },
  },
  else: { enum: ['ascending', 'descending'] },
  $id: 'SuiteFileSorted',
};
const schema180 = { type: ['boolean', 'string'], minLength: 1, maxLength: 1000, $id: 'SuiteFileUnique' };
const schema181 = { $id: 'SuiteFileSubset' };
const schema182 = { type: 'string', minLength: 1, maxLength: 100, $id: 'SuiteFileDuration' };
const pattern87 = /* @__PURE__ */ new RegExp('^([1-5]([0-9]{2}|[xX]{2})|\\{\\{.*\\}\\})$', 'u');
const schema166 = {
  type: 'object',
  minProperties: 1,
  additionalProperties: false,
  properties: {
    equals: { $ref: 'SuiteFileEquals' },
    not: { $ref: 'SuiteFileNot' },
    contains: { $ref: 'SuiteFileContains' },
    matches: { $ref: 'SuiteFileRegex' },
    in: { $ref: 'SuiteFileIn' },
    exists: { $ref: 'SuiteFileExists' },
    type: { $ref: 'SuiteFileType' },
    length: { $ref: 'SuiteFileLength' },
    '<': { $ref: 'SuiteFileBound' },
    '<=': { $ref: 'SuiteFileBound' },
    '>': { $ref: 'SuiteFileBound' },
    '>=': { $ref: 'SuiteFileBound' },
    sorted: { $ref: 'SuiteFileSorted' },
    unique: { $ref: 'SuiteFileUnique' },
    subset: { $ref: 'SuiteFileSubset' },
    olderThan: { $ref: 'SuiteFileDuration' },
    newerThan: { $ref: 'SuiteFileDuration' },
    every: { $ref: 'SuiteFileElementOperators' },
    some: { $ref: 'SuiteFileElementOperators' },
  },
  $id: 'SuiteFileOperators',
};
const schema184 = {
  type: 'object',
  minProperties: 1,
  additionalProperties: false,
  properties: {
    path: { $ref: 'SuiteFileJsonPath' },
    equals: { $ref: 'SuiteFileEquals' },
    not: { $ref: 'SuiteFileNot' },
    contains: { $ref: 'SuiteFileContains' },
    matches: { $ref: 'SuiteFileRegex' },
    in: { $ref: 'SuiteFileIn' },
    exists: { $ref: 'SuiteFileExists' },
    type: { $ref: 'SuiteFileType' },
    length: { $ref: 'SuiteFileLength' },
    '<': { $ref: 'SuiteFileBound' },
    '<=': { $ref: 'SuiteFileBound' },
    '>': { $ref: 'SuiteFileBound' },
    '>=': { $ref: 'SuiteFileBound' },
    sorted: { $ref: 'SuiteFileSorted' },
    unique: { $ref: 'SuiteFileUnique' },
    subset: { $ref: 'SuiteFileSubset' },
    olderThan: { $ref: 'SuiteFileDuration' },
    newerThan: { $ref: 'SuiteFileDuration' },
    every: { $ref: 'SuiteFileInnerOperators' },
    some: { $ref: 'SuiteFileInnerOperators' },
  },
  allOf: [{ if: { required: ['path'] }, then: { minProperties: 2 } }],
  $id: 'SuiteFileElementOperators',
};
const schema203 = {
  type: 'object',
  minProperties: 1,
  additionalProperties: false,
  properties: {
    path: { $ref: 'SuiteFileJsonPath' },
    equals: { $ref: 'SuiteFileEquals' },
    not: { $ref: 'SuiteFileNot' },
    contains: { $ref: 'SuiteFileContains' },
    matches: { $ref: 'SuiteFileRegex' },
    in: { $ref: 'SuiteFileIn' },
    exists: { $ref: 'SuiteFileExists' },
    type: { $ref: 'SuiteFileType' },
    length: { $ref: 'SuiteFileLength' },
    '<': { $ref: 'SuiteFileBound' },
    '<=': { $ref: 'SuiteFileBound' },
    '>': { $ref: 'SuiteFileBound' },
    '>=': { $ref: 'SuiteFileBound' },
    sorted: { $ref: 'SuiteFileSorted' },
    unique: { $ref: 'SuiteFileUnique' },
    subset: { $ref: 'SuiteFileSubset' },
    olderThan: { $ref: 'SuiteFileDuration' },
    newerThan: { $ref: 'SuiteFileDuration' },
  },
  allOf: [{ if: { required: ['path'] }, then: { minProperties: 2 } }],
  $id: 'SuiteFileInnerOperators',
};

function validate86(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="SuiteFileInnerOperators" */ let vErrors = null;
  let errors = 0;
  const _errs2 = errors;
  let valid1 = true;
  const _errs3 = errors;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    let missing0;
    if (data.path === undefined && (missing0 = 'path')) {
      const err0 = {};
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  }
  var _valid0 = _errs3 === errors;
  errors = _errs2;
  if (vErrors !== null) {
    if (_errs2) {
      vErrors.length = _errs2;
    } else {
      vErrors = null;
    }
  }
  if (_valid0) {
    const _errs4 = errors;
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      if (Object.keys(data).length < 2) {
        const err1 = {
          instancePath,
          schemaPath: '#/allOf/0/then/minProperties',
          keyword: 'minProperties',
          params: { limit: 2 },
          schema: 2,
          parentSchema: schema203.allOf[0].then,
          data,
        };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    var _valid0 = _errs4 === errors;
    valid1 = _valid0;
  }
  if (!valid1) {
    const err2 = {
      instancePath,
      schemaPath: '#/allOf/0/if',
      keyword: 'if',
      params: { failingKeyword: 'then' },
      schema: schema203.allOf[0].if,
      parentSchema: schema203.allOf[0],
      data,
    };
    if (vErrors === null) {
      vErrors = [err2];
    } else {
      vErrors.push(err2);
    }
    errors++;
  }
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (Object.keys(data).length < 1) {
      const err3 = {
        instancePath,
        schemaPath: '#/minProperties',
        keyword: 'minProperties',
        params: { limit: 1 },
        schema: 1,
        parentSchema: schema203,
        data,
      };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!func2.call(schema203.properties, key0)) {
        const err4 = {
          instancePath,
          schemaPath: '#/additionalProperties',
          keyword: 'additionalProperties',
          params: { additionalProperty: key0 },
          schema: false,
          parentSchema: schema203,
          data,
        };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.path !== undefined) {
      let data0 = data.path;
      if (typeof data0 === 'string') {
        if (func3(data0) > 1000) {
          const err5 = {
            instancePath: instancePath + '/path',
            schemaPath: 'SuiteFileJsonPath/maxLength',
            keyword: 'maxLength',
            params: { limit: 1000 },
            schema: 1000,
            parentSchema: schema164,
            data: data0,
          };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
        if (func3(data0) < 1) {
          const err6 = {
            instancePath: instancePath + '/path',
            schemaPath: 'SuiteFileJsonPath/minLength',
            keyword: 'minLength',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema164,
            data: data0,
          };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
        if (!pattern74.test(data0)) {
          const err7 = {
            instancePath: instancePath + '/path',
            schemaPath: 'SuiteFileJsonPath/pattern',
            keyword: 'pattern',
            params: { pattern: '^\\$' },
            schema: '^\\$',
            parentSchema: schema164,
            data: data0,
          };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      } else {
        const err8 = {
          instancePath: instancePath + '/path',
          schemaPath: 'SuiteFileJsonPath/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema164.type,
          parentSchema: schema164,
          data: data0,
        };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.matches !== undefined) {
      let data4 = data.matches;
      if (typeof data4 === 'string') {
        if (func3(data4) > 1000) {
          const err9 = {
            instancePath: instancePath + '/matches',
            schemaPath: 'SuiteFileRegex/maxLength',
            keyword: 'maxLength',
            params: { limit: 1000 },
            schema: 1000,
            parentSchema: schema170,
            data: data4,
          };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
        if (func3(data4) < 1) {
          const err10 = {
            instancePath: instancePath + '/matches',
            schemaPath: 'SuiteFileRegex/minLength',
            keyword: 'minLength',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema170,
            data: data4,
          };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
      } else {
        const err11 = {
          instancePath: instancePath + '/matches',
          schemaPath: 'SuiteFileRegex/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema170.type,
          parentSchema: schema170,
          data: data4,
        };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.in !== undefined) {
      let data5 = data.in;
      if (Array.isArray(data5)) {
        if (data5.length > 1000) {
          const err12 = {
            instancePath: instancePath + '/in',
            schemaPath: 'SuiteFileIn/maxItems',
            keyword: 'maxItems',
            params: { limit: 1000 },
            schema: 1000,
            parentSchema: schema171,
            data: data5,
          };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
        if (data5.length < 1) {
          const err13 = {
            instancePath: instancePath + '/in',
            schemaPath: 'SuiteFileIn/minItems',
            keyword: 'minItems',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema171,
            data: data5,
          };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
      } else {
        const err14 = {
          instancePath: instancePath + '/in',
          schemaPath: 'SuiteFileIn/type',
          keyword: 'type',
          params: { type: 'array' },
          schema: schema171.type,
          parentSchema: schema171,
          data: data5,
        };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
    if (data.exists !== undefined) {
      let data6 = data.exists;
      if (typeof data6 !== 'boolean') {
        const err15 = {
          instancePath: instancePath + '/exists',
          schemaPath: 'SuiteFileExists/type',
          keyword: 'type',
          params: { type: 'boolean' },
          schema: schema172.type,
          parentSchema: schema172,
          data: data6,
        };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
    }
    if (data.type !== undefined) {
      let data7 = data.type;
      if (!(
        data7 === 'null' ||
        data7 === 'boolean' ||
        data7 === 'integer' ||
        data7 === 'number' ||
        data7 === 'string' ||
        data7 === 'array' ||
        data7 === 'object'
      )) {
        const err16 = {
          instancePath: instancePath + '/type',
          schemaPath: 'SuiteFileType/enum',
          keyword: 'enum',
          params: { allowedValues: schema173.enum },
          schema: schema173.enum,
          parentSchema: schema173,
          data: data7,
        };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
    }
    if (data.length !== undefined) {
      let data8 = data.length;
      if (
        !(typeof data8 == 'number' && !(data8 % 1) && !isNaN(data8) && isFinite(data8)) &&
        typeof data8 !== 'string'
      ) {
        const err17 = {
          instancePath: instancePath + '/length',
          schemaPath: 'SuiteFileLength/type',
          keyword: 'type',
          params: { type: schema174.type },
          schema: schema174.type,
          parentSchema: schema174,
          data: data8,
        };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
      if (typeof data8 == 'number' && isFinite(data8)) {
        if (data8 < 0 || isNaN(data8)) {
          const err18 = {
            instancePath: instancePath + '/length',
            schemaPath: 'SuiteFileLength/minimum',
            keyword: 'minimum',
            params: { comparison: '>=', limit: 0 },
            schema: 0,
            parentSchema: schema174,
            data: data8,
          };
          if (vErrors === null) {
            vErrors = [err18];
          } else {
            vErrors.push(err18);
          }
          errors++;
        }
      }
      if (typeof data8 === 'string') {
        if (!pattern61.test(data8)) {
          const err19 = {
            instancePath: instancePath + '/length',
            schemaPath: 'SuiteFileLength/pattern',
            keyword: 'pattern',
            params: { pattern: '^\\{\\{.*\\}\\}$' },
            schema: '^\\{\\{.*\\}\\}$',
            parentSchema: schema174,
            data: data8,
          };
          if (vErrors === null) {
            vErrors = [err19];
          } else {
            vErrors.push(err19);
          }
          errors++;
        }
      }
    }
    if (data['<'] !== undefined) {
      let data9 = data['<'];
      if (!(typeof data9 == 'number' && isFinite(data9)) && typeof data9 !== 'string') {
        const err20 = {
          instancePath: instancePath + '/<',
          schemaPath: 'SuiteFileBound/type',
          keyword: 'type',
          params: { type: schema175.type },
          schema: schema175.type,
          parentSchema: schema175,
          data: data9,
        };
        if (vErrors === null) {
          vErrors = [err20];
        } else {
          vErrors.push(err20);
        }
        errors++;
      }
    }
    if (data['<='] !== undefined) {
      let data10 = data['<='];
      if (!(typeof data10 == 'number' && isFinite(data10)) && typeof data10 !== 'string') {
        const err21 = {
          instancePath: instancePath + '/<=',
          schemaPath: 'SuiteFileBound/type',
          keyword: 'type',
          params: { type: schema175.type },
          schema: schema175.type,
          parentSchema: schema175,
          data: data10,
        };
        if (vErrors === null) {
          vErrors = [err21];
        } else {
          vErrors.push(err21);
        }
        errors++;
      }
    }
    if (data['>'] !== undefined) {
      let data11 = data['>'];
      if (!(typeof data11 == 'number' && isFinite(data11)) && typeof data11 !== 'string') {
        const err22 = {
          instancePath: instancePath + '/>',
          schemaPath: 'SuiteFileBound/type',
          keyword: 'type',
          params: { type: schema175.type },
          schema: schema175.type,
          parentSchema: schema175,
          data: data11,
        };
        if (vErrors === null) {
          vErrors = [err22];
        } else {
          vErrors.push(err22);
        }
        errors++;
      }
    }
    if (data['>='] !== undefined) {
      let data12 = data['>='];
      if (!(typeof data12 == 'number' && isFinite(data12)) && typeof data12 !== 'string') {
        const err23 = {
          instancePath: instancePath + '/>=',
          schemaPath: 'SuiteFileBound/type',
          keyword: 'type',
          params: { type: schema175.type },
          schema: schema175.type,
          parentSchema: schema175,
          data: data12,
        };
        if (vErrors === null) {
          vErrors = [err23];
        } else {
          vErrors.push(err23);
        }
        errors++;
      }
    }
    if (data.sorted !== undefined) {
      let data13 = data.sorted;
      if (typeof data13 !== 'string' && !(data13 && typeof data13 == 'object' && !Array.isArray(data13))) {
        const err24 = {
          instancePath: instancePath + '/sorted',
          schemaPath: 'SuiteFileSorted/type',
          keyword: 'type',
          params: { type: schema179.type },
          schema: schema179.type,
          parentSchema: schema179,
          data: data13,
        };
        if (vErrors === null) {
          vErrors = [err24];
        } else {
          vErrors.push(err24);
        }
        errors++;
      }
      const _errs41 = errors;
      let valid17 = true;
      const _errs42 = errors;
      if (!(data13 && typeof data13 == 'object' && !Array.isArray(data13))) {
        const err25 = {};
        if (vErrors === null) {
          vErrors = [err25];
        } else {
          vErrors.push(err25);
        }
        errors++;
      }
      var _valid1 = _errs42 === errors;
      errors = _errs41;
      if (vErrors !== null) {
        if (_errs41) {
          vErrors.length = _errs41;
        } else {
          vErrors = null;
        }
      }
      let ifClause0;
      if (_valid1) {
        const _errs44 = errors;
        if (data13 && typeof data13 == 'object' && !Array.isArray(data13)) {
          if (data13.by === undefined) {
            const err26 = {
              instancePath: instancePath + '/sorted',
              schemaPath: 'SuiteFileSorted/then/required',
              keyword: 'required',
              params: { missingProperty: 'by' },
              schema: schema179.then.required,
              parentSchema: schema179.then,
              data: data13,
            };
            if (vErrors === null) {
              vErrors = [err26];
            } else {
              vErrors.push(err26);
            }
            errors++;
          }
          for (const key1 in data13) {
            if (!(key1 === 'by' || key1 === 'order')) {
              const err27 = {
                instancePath: instancePath + '/sorted',
                schemaPath: 'SuiteFileSorted/then/additionalProperties',
                keyword: 'additionalProperties',
                params: { additionalProperty: key1 },
                schema: false,
                parentSchema: schema179.then,
                data: data13,
              };
              if (vErrors === null) {
                vErrors = [err27];
              } else {
                vErrors.push(err27);
              }
              errors++;
            }
          }
          if (data13.by !== undefined) {
            let data14 = data13.by;
            if (typeof data14 === 'string') {
              if (func3(data14) > 1000) {
                const err28 = {
                  instancePath: instancePath + '/sorted/by',
                  schemaPath: 'SuiteFileSorted/then/properties/by/maxLength',
                  keyword: 'maxLength',
                  params: { limit: 1000 },
                  schema: 1000,
                  parentSchema: schema179.then.properties.by,
                  data: data14,
                };
                if (vErrors === null) {
                  vErrors = [err28];
                } else {
                  vErrors.push(err28);
                }
                errors++;
              }
              if (func3(data14) < 1) {
                const err29 = {
                  instancePath: instancePath + '/sorted/by',
                  schemaPath: 'SuiteFileSorted/then/properties/by/minLength',
                  keyword: 'minLength',
                  params: { limit: 1 },
                  schema: 1,
                  parentSchema: schema179.then.properties.by,
                  data: data14,
                };
                if (vErrors === null) {
                  vErrors = [err29];
                } else {
                  vErrors.push(err29);
                }
                errors++;
              }
            } else {
              const err30 = {
                instancePath: instancePath + '/sorted/by',
                schemaPath: 'SuiteFileSorted/then/properties/by/type',
                keyword: 'type',
                params: { type: 'string' },
                schema: schema179.then.properties.by.type,
                parentSchema: schema179.then.properties.by,
                data: data14,
              };
              if (vErrors === null) {
                vErrors = [err30];
              } else {
                vErrors.push(err30);
              }
              errors++;
            }
          }
          if (data13.order !== undefined) {
            let data15 = data13.order;
            if (!(data15 === 'ascending' || data15 === 'descending')) {
              const err31 = {
                instancePath: instancePath + '/sorted/order',
                schemaPath: 'SuiteFileSorted/then/properties/order/enum',
                keyword: 'enum',
                params: { allowedValues: schema179.then.properties.order.enum },
                schema: schema179.then.properties.order.enum,
                parentSchema: schema179.then.properties.order,
                data: data15,
              };
              if (vErrors === null) {
                vErrors = [err31];
              } else {
                vErrors.push(err31);
              }
              errors++;
            }
          }
        }
        var _valid1 = _errs44 === errors;
        valid17 = _valid1;
        ifClause0 = 'then';
      } else {
        const _errs49 = errors;
        if (!(data13 === 'ascending' || data13 === 'descending')) {
          const err32 = {
            instancePath: instancePath + '/sorted',
            schemaPath: 'SuiteFileSorted/else/enum',
            keyword: 'enum',
            params: { allowedValues: schema179.else.enum },
            schema: schema179.else.enum,
            parentSchema: schema179.else,
            data: data13,
          };
          if (vErrors === null) {
            vErrors = [err32];
          } else {
            vErrors.push(err32);
          }
          errors++;
        }
        var _valid1 = _errs49 === errors;
        valid17 = _valid1;
        ifClause0 = 'else';
      }
      if (!valid17) {
        const err33 = {
          instancePath: instancePath + '/sorted',
          schemaPath: 'SuiteFileSorted/if',
          keyword: 'if',
          params: { failingKeyword: ifClause0 },
          schema: schema179.if,
          parentSchema: schema179,
          data: data13,
        };
        if (vErrors === null) {
          vErrors = [err33];
        } else {
          vErrors.push(err33);
        }
        errors++;
      }
    }
    if (data.unique !== undefined) {
      let data16 = data.unique;
      if (typeof data16 !== 'boolean' && typeof data16 !== 'string') {
        const err34 = {
          instancePath: instancePath + '/unique',
          schemaPath: 'SuiteFileUnique/type',
          keyword: 'type',
          params: { type: schema180.type },
          schema: schema180.type,
          parentSchema: schema180,
          data: data16,
        };
        if (vErrors === null) {
          vErrors = [err34];
        } else {
          vErrors.push(err34);
        }
        errors++;
      }
      if (typeof data16 === 'string') {
        if (func3(data16) > 1000) {
          const err35 = {
            instancePath: instancePath + '/unique',
            schemaPath: 'SuiteFileUnique/maxLength',
            keyword: 'maxLength',
            params: { limit: 1000 },
            schema: 1000,
            parentSchema: schema180,
            data: data16,
          };
          if (vErrors === null) {
            vErrors = [err35];
          } else {
            vErrors.push(err35);
          }
          errors++;
        }
        if (func3(data16) < 1) {
          const err36 = {
            instancePath: instancePath + '/unique',
            schemaPath: 'SuiteFileUnique/minLength',
            keyword: 'minLength',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema180,
            data: data16,
          };
          if (vErrors === null) {
            vErrors = [err36];
          } else {
            vErrors.push(err36);
          }
          errors++;
        }
      }
    }
    if (data.olderThan !== undefined) {
      let data18 = data.olderThan;
      if (typeof data18 === 'string') {
        if (func3(data18) > 100) {
          const err37 = {
            instancePath: instancePath + '/olderThan',
            schemaPath: 'SuiteFileDuration/maxLength',
            keyword: 'maxLength',
            params: { limit: 100 },
            schema: 100,
            parentSchema: schema182,
            data: data18,
          };
          if (vErrors === null) {
            vErrors = [err37];
          } else {
            vErrors.push(err37);
          }
          errors++;
        }
        if (func3(data18) < 1) {
          const err38 = {
            instancePath: instancePath + '/olderThan',
            schemaPath: 'SuiteFileDuration/minLength',
            keyword: 'minLength',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema182,
            data: data18,
          };
          if (vErrors === null) {
            vErrors = [err38];
          } else {
            vErrors.push(err38);
          }
          errors++;
        }
      } else {
        const err39 = {
          instancePath: instancePath + '/olderThan',
          schemaPath: 'SuiteFileDuration/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema182.type,
          parentSchema: schema182,
          data: data18,
        };
        if (vErrors === null) {
          vErrors = [err39];
        } else {
          vErrors.push(err39);
        }
        errors++;
      }
    }
    if (data.newerThan !== undefined) {
      let data19 = data.newerThan;
      if (typeof data19 === 'string') {
        if (func3(data19) > 100) {
          const err40 = {
            instancePath: instancePath + '/newerThan',
            schemaPath: 'SuiteFileDuration/maxLength',
            keyword: 'maxLength',
            params: { limit: 100 },
            schema: 100,
            parentSchema: schema182,
            data: data19,
          };
          if (vErrors === null) {
            vErrors = [err40];
          } else {
            vErrors.push(err40);
          }
          errors++;
        }
        if (func3(data19) < 1) {
          const err41 = {
            instancePath: instancePath + '/newerThan',
            schemaPath: 'SuiteFileDuration/minLength',
            keyword: 'minLength',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema182,
            data: data19,
          };
          if (vErrors === null) {
            vErrors = [err41];
          } else {
            vErrors.push(err41);
          }
          errors++;
        }
      } else {
        const err42 = {
          instancePath: instancePath + '/newerThan',
          schemaPath: 'SuiteFileDuration/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema182.type,
          parentSchema: schema182,
          data: data19,
        };
        if (vErrors === null) {
          vErrors = [err42];
        } else {
          vErrors.push(err42);
        }
        errors++;
      }
    }
  } else {
    const err43 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      schema: schema203.type,
      parentSchema: schema203,
      data,
    };
    if (vErrors === null) {
      vErrors = [err43];
    } else {
      vErrors.push(err43);
    }
    errors++;
  }
  validate86.errors = vErrors;
  return errors === 0;
}

function validate85(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="SuiteFileElementOperators" */ let vErrors = null;
  let errors = 0;
  const _errs2 = errors;
  let valid1 = true;
  const _errs3 = errors;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    let missing0;
    if (data.path === undefined && (missing0 = 'path')) {
      const err0 = {};
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  }
  var _valid0 = _errs3 === errors;
  errors = _errs2;
  if (vErrors !== null) {
    if (_errs2) {
      vErrors.length = _errs2;
    } else {
      vErrors = null;
    }
  }
  if (_valid0) {
    const _errs4 = errors;
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      if (Object.keys(data).length < 2) {
        const err1 = {
          instancePath,
          schemaPath: '#/allOf/0/then/minProperties',
          keyword: 'minProperties',
          params: { limit: 2 },
          schema: 2,
          parentSchema: schema184.allOf[0].then,
          data,
        };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    var _valid0 = _errs4 === errors;
    valid1 = _valid0;
  }
  if (!valid1) {
    const err2 = {
      instancePath,
      schemaPath: '#/allOf/0/if',
      keyword: 'if',
      params: { failingKeyword: 'then' },
      schema: schema184.allOf[0].if,
      parentSchema: schema184.allOf[0],
      data,
    };
    if (vErrors === null) {
      vErrors = [err2];
    } else {
      vErrors.push(err2);
    }
    errors++;
  }
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (Object.keys(data).length < 1) {
      const err3 = {
        instancePath,
        schemaPath: '#/minProperties',
        keyword: 'minProperties',
        params: { limit: 1 },
        schema: 1,
        parentSchema: schema184,
        data,
      };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!func2.call(schema184.properties, key0)) {
        const err4 = {
          instancePath,
          schemaPath: '#/additionalProperties',
          keyword: 'additionalProperties',
          params: { additionalProperty: key0 },
          schema: false,
          parentSchema: schema184,
          data,
        };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.path !== undefined) {
      let data0 = data.path;
      if (typeof data0 === 'string') {
        if (func3(data0) > 1000) {
          const err5 = {
            instancePath: instancePath + '/path',
            schemaPath: 'SuiteFileJsonPath/maxLength',
            keyword: 'maxLength',
            params: { limit: 1000 },
            schema: 1000,
            parentSchema: schema164,
            data: data0,
          };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
        if (func3(data0) < 1) {
          const err6 = {
            instancePath: instancePath + '/path',
            schemaPath: 'SuiteFileJsonPath/minLength',
            keyword: 'minLength',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema164,
            data: data0,
          };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
        if (!pattern74.test(data0)) {
          const err7 = {
            instancePath: instancePath + '/path',
            schemaPath: 'SuiteFileJsonPath/pattern',
            keyword: 'pattern',
            params: { pattern: '^\\$' },
            schema: '^\\$',
            parentSchema: schema164,
            data: data0,
          };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      } else {
        const err8 = {
          instancePath: instancePath + '/path',
          schemaPath: 'SuiteFileJsonPath/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema164.type,
          parentSchema: schema164,
          data: data0,
        };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.matches !== undefined) {
      let data4 = data.matches;
      if (typeof data4 === 'string') {
        if (func3(data4) > 1000) {
          const err9 = {
            instancePath: instancePath + '/matches',
            schemaPath: 'SuiteFileRegex/maxLength',
            keyword: 'maxLength',
            params: { limit: 1000 },
            schema: 1000,
            parentSchema: schema170,
            data: data4,
          };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
        if (func3(data4) < 1) {
          const err10 = {
            instancePath: instancePath + '/matches',
            schemaPath: 'SuiteFileRegex/minLength',
            keyword: 'minLength',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema170,
            data: data4,
          };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
      } else {
        const err11 = {
          instancePath: instancePath + '/matches',
          schemaPath: 'SuiteFileRegex/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema170.type,
          parentSchema: schema170,
          data: data4,
        };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.in !== undefined) {
      let data5 = data.in;
      if (Array.isArray(data5)) {
        if (data5.length > 1000) {
          const err12 = {
            instancePath: instancePath + '/in',
            schemaPath: 'SuiteFileIn/maxItems',
            keyword: 'maxItems',
            params: { limit: 1000 },
            schema: 1000,
            parentSchema: schema171,
            data: data5,
          };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
        if (data5.length < 1) {
          const err13 = {
            instancePath: instancePath + '/in',
            schemaPath: 'SuiteFileIn/minItems',
            keyword: 'minItems',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema171,
            data: data5,
          };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
      } else {
        const err14 = {
          instancePath: instancePath + '/in',
          schemaPath: 'SuiteFileIn/type',
          keyword: 'type',
          params: { type: 'array' },
          schema: schema171.type,
          parentSchema: schema171,
          data: data5,
        };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
    if (data.exists !== undefined) {
      let data6 = data.exists;
      if (typeof data6 !== 'boolean') {
        const err15 = {
          instancePath: instancePath + '/exists',
          schemaPath: 'SuiteFileExists/type',
          keyword: 'type',
          params: { type: 'boolean' },
          schema: schema172.type,
          parentSchema: schema172,
          data: data6,
        };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
    }
    if (data.type !== undefined) {
      let data7 = data.type;
      if (!(
        data7 === 'null' ||
        data7 === 'boolean' ||
        data7 === 'integer' ||
        data7 === 'number' ||
        data7 === 'string' ||
        data7 === 'array' ||
        data7 === 'object'
      )) {
        const err16 = {
          instancePath: instancePath + '/type',
          schemaPath: 'SuiteFileType/enum',
          keyword: 'enum',
          params: { allowedValues: schema173.enum },
          schema: schema173.enum,
          parentSchema: schema173,
          data: data7,
        };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
    }
    if (data.length !== undefined) {
      let data8 = data.length;
      if (
        !(typeof data8 == 'number' && !(data8 % 1) && !isNaN(data8) && isFinite(data8)) &&
        typeof data8 !== 'string'
      ) {
        const err17 = {
          instancePath: instancePath + '/length',
          schemaPath: 'SuiteFileLength/type',
          keyword: 'type',
          params: { type: schema174.type },
          schema: schema174.type,
          parentSchema: schema174,
          data: data8,
        };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
      if (typeof data8 == 'number' && isFinite(data8)) {
        if (data8 < 0 || isNaN(data8)) {
          const err18 = {
            instancePath: instancePath + '/length',
            schemaPath: 'SuiteFileLength/minimum',
            keyword: 'minimum',
            params: { comparison: '>=', limit: 0 },
            schema: 0,
            parentSchema: schema174,
            data: data8,
          };
          if (vErrors === null) {
            vErrors = [err18];
          } else {
            vErrors.push(err18);
          }
          errors++;
        }
      }
      if (typeof data8 === 'string') {
        if (!pattern61.test(data8)) {
          const err19 = {
            instancePath: instancePath + '/length',
            schemaPath: 'SuiteFileLength/pattern',
            keyword: 'pattern',
            params: { pattern: '^\\{\\{.*\\}\\}$' },
            schema: '^\\{\\{.*\\}\\}$',
            parentSchema: schema174,
            data: data8,
          };
          if (vErrors === null) {
            vErrors = [err19];
          } else {
            vErrors.push(err19);
          }
          errors++;
        }
      }
    }
    if (data['<'] !== undefined) {
      let data9 = data['<'];
      if (!(typeof data9 == 'number' && isFinite(data9)) && typeof data9 !== 'string') {
        const err20 = {
          instancePath: instancePath + '/<',
          schemaPath: 'SuiteFileBound/type',
          keyword: 'type',
          params: { type: schema175.type },
          schema: schema175.type,
          parentSchema: schema175,
          data: data9,
        };
        if (vErrors === null) {
          vErrors = [err20];
        } else {
          vErrors.push(err20);
        }
        errors++;
      }
    }
    if (data['<='] !== undefined) {
      let data10 = data['<='];
      if (!(typeof data10 == 'number' && isFinite(data10)) && typeof data10 !== 'string') {
        const err21 = {
          instancePath: instancePath + '/<=',
          schemaPath: 'SuiteFileBound/type',
          keyword: 'type',
          params: { type: schema175.type },
          schema: schema175.type,
          parentSchema: schema175,
          data: data10,
        };
        if (vErrors === null) {
          vErrors = [err21];
        } else {
          vErrors.push(err21);
        }
        errors++;
      }
    }
    if (data['>'] !== undefined) {
      let data11 = data['>'];
      if (!(typeof data11 == 'number' && isFinite(data11)) && typeof data11 !== 'string') {
        const err22 = {
          instancePath: instancePath + '/>',
          schemaPath: 'SuiteFileBound/type',
          keyword: 'type',
          params: { type: schema175.type },
          schema: schema175.type,
          parentSchema: schema175,
          data: data11,
        };
        if (vErrors === null) {
          vErrors = [err22];
        } else {
          vErrors.push(err22);
        }
        errors++;
      }
    }
    if (data['>='] !== undefined) {
      let data12 = data['>='];
      if (!(typeof data12 == 'number' && isFinite(data12)) && typeof data12 !== 'string') {
        const err23 = {
          instancePath: instancePath + '/>=',
          schemaPath: 'SuiteFileBound/type',
          keyword: 'type',
          params: { type: schema175.type },
          schema: schema175.type,
          parentSchema: schema175,
          data: data12,
        };
        if (vErrors === null) {
          vErrors = [err23];
        } else {
          vErrors.push(err23);
        }
        errors++;
      }
    }
    if (data.sorted !== undefined) {
      let data13 = data.sorted;
      if (typeof data13 !== 'string' && !(data13 && typeof data13 == 'object' && !Array.isArray(data13))) {
        const err24 = {
          instancePath: instancePath + '/sorted',
          schemaPath: 'SuiteFileSorted/type',
          keyword: 'type',
          params: { type: schema179.type },
          schema: schema179.type,
          parentSchema: schema179,
          data: data13,
        };
        if (vErrors === null) {
          vErrors = [err24];
        } else {
          vErrors.push(err24);
        }
        errors++;
      }
      const _errs41 = errors;
      let valid17 = true;
      const _errs42 = errors;
      if (!(data13 && typeof data13 == 'object' && !Array.isArray(data13))) {
        const err25 = {};
        if (vErrors === null) {
          vErrors = [err25];
        } else {
          vErrors.push(err25);
        }
        errors++;
      }
      var _valid1 = _errs42 === errors;
      errors = _errs41;
      if (vErrors !== null) {
        if (_errs41) {
          vErrors.length = _errs41;
        } else {
          vErrors = null;
        }
      }
      let ifClause0;
      if (_valid1) {
        const _errs44 = errors;
        if (data13 && typeof data13 == 'object' && !Array.isArray(data13)) {
          if (data13.by === undefined) {
            const err26 = {
              instancePath: instancePath + '/sorted',
              schemaPath: 'SuiteFileSorted/then/required',
              keyword: 'required',
              params: { missingProperty: 'by' },
              schema: schema179.then.required,
              parentSchema: schema179.then,
              data: data13,
            };
            if (vErrors === null) {
              vErrors = [err26];
            } else {
              vErrors.push(err26);
            }
            errors++;
          }
          for (const key1 in data13) {
            if (!(key1 === 'by' || key1 === 'order')) {
              const err27 = {
                instancePath: instancePath + '/sorted',
                schemaPath: 'SuiteFileSorted/then/additionalProperties',
                keyword: 'additionalProperties',
                params: { additionalProperty: key1 },
                schema: false,
                parentSchema: schema179.then,
                data: data13,
              };
              if (vErrors === null) {
                vErrors = [err27];
              } else {
                vErrors.push(err27);
              }
              errors++;
            }
          }
          if (data13.by !== undefined) {
            let data14 = data13.by;
            if (typeof data14 === 'string') {
              if (func3(data14) > 1000) {
                const err28 = {
                  instancePath: instancePath + '/sorted/by',
                  schemaPath: 'SuiteFileSorted/then/properties/by/maxLength',
                  keyword: 'maxLength',
                  params: { limit: 1000 },
                  schema: 1000,
                  parentSchema: schema179.then.properties.by,
                  data: data14,
                };
                if (vErrors === null) {
                  vErrors = [err28];
                } else {
                  vErrors.push(err28);
                }
                errors++;
              }
              if (func3(data14) < 1) {
                const err29 = {
                  instancePath: instancePath + '/sorted/by',
                  schemaPath: 'SuiteFileSorted/then/properties/by/minLength',
                  keyword: 'minLength',
                  params: { limit: 1 },
                  schema: 1,
                  parentSchema: schema179.then.properties.by,
                  data: data14,
                };
                if (vErrors === null) {
                  vErrors = [err29];
                } else {
                  vErrors.push(err29);
                }
                errors++;
              }
            } else {
              const err30 = {
                instancePath: instancePath + '/sorted/by',
                schemaPath: 'SuiteFileSorted/then/properties/by/type',
                keyword: 'type',
                params: { type: 'string' },
                schema: schema179.then.properties.by.type,
                parentSchema: schema179.then.properties.by,
                data: data14,
              };
              if (vErrors === null) {
                vErrors = [err30];
              } else {
                vErrors.push(err30);
              }
              errors++;
            }
          }
          if (data13.order !== undefined) {
            let data15 = data13.order;
            if (!(data15 === 'ascending' || data15 === 'descending')) {
              const err31 = {
                instancePath: instancePath + '/sorted/order',
                schemaPath: 'SuiteFileSorted/then/properties/order/enum',
                keyword: 'enum',
                params: { allowedValues: schema179.then.properties.order.enum },
                schema: schema179.then.properties.order.enum,
                parentSchema: schema179.then.properties.order,
                data: data15,
              };
              if (vErrors === null) {
                vErrors = [err31];
              } else {
                vErrors.push(err31);
              }
              errors++;
            }
          }
        }
        var _valid1 = _errs44 === errors;
        valid17 = _valid1;
        ifClause0 = 'then';
      } else {
        const _errs49 = errors;
        if (!(data13 === 'ascending' || data13 === 'descending')) {
          const err32 = {
            instancePath: instancePath + '/sorted',
            schemaPath: 'SuiteFileSorted/else/enum',
            keyword: 'enum',
            params: { allowedValues: schema179.else.enum },
            schema: schema179.else.enum,
            parentSchema: schema179.else,
            data: data13,
          };
          if (vErrors === null) {
            vErrors = [err32];
          } else {
            vErrors.push(err32);
          }
          errors++;
        }
        var _valid1 = _errs49 === errors;
        valid17 = _valid1;
        ifClause0 = 'else';
      }
      if (!valid17) {
        const err33 = {
          instancePath: instancePath + '/sorted',
          schemaPath: 'SuiteFileSorted/if',
          keyword: 'if',
          params: { failingKeyword: ifClause0 },
          schema: schema179.if,
          parentSchema: schema179,
          data: data13,
        };
        if (vErrors === null) {
          vErrors = [err33];
        } else {
          vErrors.push(err33);
        }
        errors++;
      }
    }
    if (data.unique !== undefined) {
      let data16 = data.unique;
      if (typeof data16 !== 'boolean' && typeof data16 !== 'string') {
        const err34 = {
          instancePath: instancePath + '/unique',
          schemaPath: 'SuiteFileUnique/type',
          keyword: 'type',
          params: { type: schema180.type },
          schema: schema180.type,
          parentSchema: schema180,
          data: data16,
        };
        if (vErrors === null) {
          vErrors = [err34];
        } else {
          vErrors.push(err34);
        }
        errors++;
      }
      if (typeof data16 === 'string') {
        if (func3(data16) > 1000) {
          const err35 = {
            instancePath: instancePath + '/unique',
            schemaPath: 'SuiteFileUnique/maxLength',
            keyword: 'maxLength',
            params: { limit: 1000 },
            schema: 1000,
            parentSchema: schema180,
            data: data16,
          };
          if (vErrors === null) {
            vErrors = [err35];
          } else {
            vErrors.push(err35);
          }
          errors++;
        }
        if (func3(data16) < 1) {
          const err36 = {
            instancePath: instancePath + '/unique',
            schemaPath: 'SuiteFileUnique/minLength',
            keyword: 'minLength',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema180,
            data: data16,
          };
          if (vErrors === null) {
            vErrors = [err36];
          } else {
            vErrors.push(err36);
          }
          errors++;
        }
      }
    }
    if (data.olderThan !== undefined) {
      let data18 = data.olderThan;
      if (typeof data18 === 'string') {
        if (func3(data18) > 100) {
          const err37 = {
            instancePath: instancePath + '/olderThan',
            schemaPath: 'SuiteFileDuration/maxLength',
            keyword: 'maxLength',
            params: { limit: 100 },
            schema: 100,
            parentSchema: schema182,
            data: data18,
          };
          if (vErrors === null) {
            vErrors = [err37];
          } else {
            vErrors.push(err37);
          }
          errors++;
        }
        if (func3(data18) < 1) {
          const err38 = {
            instancePath: instancePath + '/olderThan',
            schemaPath: 'SuiteFileDuration/minLength',
            keyword: 'minLength',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema182,
            data: data18,
          };
          if (vErrors === null) {
            vErrors = [err38];
          } else {
            vErrors.push(err38);
          }
          errors++;
        }
      } else {
        const err39 = {
          instancePath: instancePath + '/olderThan',
          schemaPath: 'SuiteFileDuration/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema182.type,
          parentSchema: schema182,
          data: data18,
        };
        if (vErrors === null) {
          vErrors = [err39];
        } else {
          vErrors.push(err39);
        }
        errors++;
      }
    }
    if (data.newerThan !== undefined) {
      let data19 = data.newerThan;
      if (typeof data19 === 'string') {
        if (func3(data19) > 100) {
          const err40 = {
            instancePath: instancePath + '/newerThan',
            schemaPath: 'SuiteFileDuration/maxLength',
            keyword: 'maxLength',
            params: { limit: 100 },
            schema: 100,
            parentSchema: schema182,
            data: data19,
          };
          if (vErrors === null) {
            vErrors = [err40];
          } else {
            vErrors.push(err40);
          }
          errors++;
        }
        if (func3(data19) < 1) {
          const err41 = {
            instancePath: instancePath + '/newerThan',
            schemaPath: 'SuiteFileDuration/minLength',
            keyword: 'minLength',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema182,
            data: data19,
          };
          if (vErrors === null) {
            vErrors = [err41];
          } else {
            vErrors.push(err41);
          }
          errors++;
        }
      } else {
        const err42 = {
          instancePath: instancePath + '/newerThan',
          schemaPath: 'SuiteFileDuration/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema182.type,
          parentSchema: schema182,
          data: data19,
        };
        if (vErrors === null) {
          vErrors = [err42];
        } else {
          vErrors.push(err42);
        }
        errors++;
      }
    }
    if (data.every !== undefined) {
      if (
        !validate86(data.every, {
          instancePath: instancePath + '/every',
          parentData: data,
          parentDataProperty: 'every',
          rootData,
        })
      ) {
        vErrors = joinErrors(vErrors, validate86.errors);
        errors = vErrors.length;
      }
    }
    if (data.some !== undefined) {
      if (
        !validate86(data.some, {
          instancePath: instancePath + '/some',
          parentData: data,
          parentDataProperty: 'some',
          rootData,
        })
      ) {
        vErrors = joinErrors(vErrors, validate86.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err43 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      schema: schema184.type,
      parentSchema: schema184,
      data,
    };
    if (vErrors === null) {
      vErrors = [err43];
    } else {
      vErrors.push(err43);
    }
    errors++;
  }
  validate85.errors = vErrors;
  return errors === 0;
}

function validate84(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="SuiteFileOperators" */ let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (Object.keys(data).length < 1) {
      const err0 = {
        instancePath,
        schemaPath: '#/minProperties',
        keyword: 'minProperties',
        params: { limit: 1 },
        schema: 1,
        parentSchema: schema166,
        data,
      };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!func2.call(schema166.properties, key0)) {
        const err1 = {
          instancePath,
          schemaPath: '#/additionalProperties',
          keyword: 'additionalProperties',
          params: { additionalProperty: key0 },
          schema: false,
          parentSchema: schema166,
          data,
        };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.matches !== undefined) {
      let data3 = data.matches;
      if (typeof data3 === 'string') {
        if (func3(data3) > 1000) {
          const err2 = {
            instancePath: instancePath + '/matches',
            schemaPath: 'SuiteFileRegex/maxLength',
            keyword: 'maxLength',
            params: { limit: 1000 },
            schema: 1000,
            parentSchema: schema170,
            data: data3,
          };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
        if (func3(data3) < 1) {
          const err3 = {
            instancePath: instancePath + '/matches',
            schemaPath: 'SuiteFileRegex/minLength',
            keyword: 'minLength',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema170,
            data: data3,
          };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      } else {
        const err4 = {
          instancePath: instancePath + '/matches',
          schemaPath: 'SuiteFileRegex/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema170.type,
          parentSchema: schema170,
          data: data3,
        };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.in !== undefined) {
      let data4 = data.in;
      if (Array.isArray(data4)) {
        if (data4.length > 1000) {
          const err5 = {
            instancePath: instancePath + '/in',
            schemaPath: 'SuiteFileIn/maxItems',
            keyword: 'maxItems',
            params: { limit: 1000 },
            schema: 1000,
            parentSchema: schema171,
            data: data4,
          };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
        if (data4.length < 1) {
          const err6 = {
            instancePath: instancePath + '/in',
            schemaPath: 'SuiteFileIn/minItems',
            keyword: 'minItems',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema171,
            data: data4,
          };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      } else {
        const err7 = {
          instancePath: instancePath + '/in',
          schemaPath: 'SuiteFileIn/type',
          keyword: 'type',
          params: { type: 'array' },
          schema: schema171.type,
          parentSchema: schema171,
          data: data4,
        };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.exists !== undefined) {
      let data5 = data.exists;
      if (typeof data5 !== 'boolean') {
        const err8 = {
          instancePath: instancePath + '/exists',
          schemaPath: 'SuiteFileExists/type',
          keyword: 'type',
          params: { type: 'boolean' },
          schema: schema172.type,
          parentSchema: schema172,
          data: data5,
        };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.type !== undefined) {
      let data6 = data.type;
      if (!(
        data6 === 'null' ||
        data6 === 'boolean' ||
        data6 === 'integer' ||
        data6 === 'number' ||
        data6 === 'string' ||
        data6 === 'array' ||
        data6 === 'object'
      )) {
        const err9 = {
          instancePath: instancePath + '/type',
          schemaPath: 'SuiteFileType/enum',
          keyword: 'enum',
          params: { allowedValues: schema173.enum },
          schema: schema173.enum,
          parentSchema: schema173,
          data: data6,
        };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.length !== undefined) {
      let data7 = data.length;
      if (
        !(typeof data7 == 'number' && !(data7 % 1) && !isNaN(data7) && isFinite(data7)) &&
        typeof data7 !== 'string'
      ) {
        const err10 = {
          instancePath: instancePath + '/length',
          schemaPath: 'SuiteFileLength/type',
          keyword: 'type',
          params: { type: schema174.type },
          schema: schema174.type,
          parentSchema: schema174,
          data: data7,
        };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
      if (typeof data7 == 'number' && isFinite(data7)) {
        if (data7 < 0 || isNaN(data7)) {
          const err11 = {
            instancePath: instancePath + '/length',
            schemaPath: 'SuiteFileLength/minimum',
            keyword: 'minimum',
            params: { comparison: '>=', limit: 0 },
            schema: 0,
            parentSchema: schema174,
            data: data7,
          };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
      }
      if (typeof data7 === 'string') {
        if (!pattern61.test(data7)) {
          const err12 = {
            instancePath: instancePath + '/length',
            schemaPath: 'SuiteFileLength/pattern',
            keyword: 'pattern',
            params: { pattern: '^\\{\\{.*\\}\\}$' },
            schema: '^\\{\\{.*\\}\\}$',
            parentSchema: schema174,
            data: data7,
          };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
      }
    }
    if (data['<'] !== undefined) {
      let data8 = data['<'];
      if (!(typeof data8 == 'number' && isFinite(data8)) && typeof data8 !== 'string') {
        const err13 = {
          instancePath: instancePath + '/<',
          schemaPath: 'SuiteFileBound/type',
          keyword: 'type',
          params: { type: schema175.type },
          schema: schema175.type,
          parentSchema: schema175,
          data: data8,
        };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
    if (data['<='] !== undefined) {
      let data9 = data['<='];
      if (!(typeof data9 == 'number' && isFinite(data9)) && typeof data9 !== 'string') {
        const err14 = {
          instancePath: instancePath + '/<=',
          schemaPath: 'SuiteFileBound/type',
          keyword: 'type',
          params: { type: schema175.type },
          schema: schema175.type,
          parentSchema: schema175,
          data: data9,
        };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
    if (data['>'] !== undefined) {
      let data10 = data['>'];
      if (!(typeof data10 == 'number' && isFinite(data10)) && typeof data10 !== 'string') {
        const err15 = {
          instancePath: instancePath + '/>',
          schemaPath: 'SuiteFileBound/type',
          keyword: 'type',
          params: { type: schema175.type },
          schema: schema175.type,
          parentSchema: schema175,
          data: data10,
        };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
    }
    if (data['>='] !== undefined) {
      let data11 = data['>='];
      if (!(typeof data11 == 'number' && isFinite(data11)) && typeof data11 !== 'string') {
        const err16 = {
          instancePath: instancePath + '/>=',
          schemaPath: 'SuiteFileBound/type',
          keyword: 'type',
          params: { type: schema175.type },
          schema: schema175.type,
          parentSchema: schema175,
          data: data11,
        };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
    }
    if (data.sorted !== undefined) {
      let data12 = data.sorted;
      if (typeof data12 !== 'string' && !(data12 && typeof data12 == 'object' && !Array.isArray(data12))) {
        const err17 = {
          instancePath: instancePath + '/sorted',
          schemaPath: 'SuiteFileSorted/type',
          keyword: 'type',
          params: { type: schema179.type },
          schema: schema179.type,
          parentSchema: schema179,
          data: data12,
        };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
      const _errs34 = errors;
      let valid14 = true;
      const _errs35 = errors;
      if (!(data12 && typeof data12 == 'object' && !Array.isArray(data12))) {
        const err18 = {};
        if (vErrors === null) {
          vErrors = [err18];
        } else {
          vErrors.push(err18);
        }
        errors++;
      }
      var _valid0 = _errs35 === errors;
      errors = _errs34;
      if (vErrors !== null) {
        if (_errs34) {
          vErrors.length = _errs34;
        } else {
          vErrors = null;
        }
      }
      let ifClause0;
      if (_valid0) {
        const _errs37 = errors;
        if (data12 && typeof data12 == 'object' && !Array.isArray(data12)) {
          if (data12.by === undefined) {
            const err19 = {
              instancePath: instancePath + '/sorted',
              schemaPath: 'SuiteFileSorted/then/required',
              keyword: 'required',
              params: { missingProperty: 'by' },
              schema: schema179.then.required,
              parentSchema: schema179.then,
              data: data12,
            };
            if (vErrors === null) {
              vErrors = [err19];
            } else {
              vErrors.push(err19);
            }
            errors++;
          }
          for (const key1 in data12) {
            if (!(key1 === 'by' || key1 === 'order')) {
              const err20 = {
                instancePath: instancePath + '/sorted',
                schemaPath: 'SuiteFileSorted/then/additionalProperties',
                keyword: 'additionalProperties',
                params: { additionalProperty: key1 },
                schema: false,
                parentSchema: schema179.then,
                data: data12,
              };
              if (vErrors === null) {
                vErrors = [err20];
              } else {
                vErrors.push(err20);
              }
              errors++;
            }
          }
          if (data12.by !== undefined) {
            let data13 = data12.by;
            if (typeof data13 === 'string') {
              if (func3(data13) > 1000) {
                const err21 = {
                  instancePath: instancePath + '/sorted/by',
                  schemaPath: 'SuiteFileSorted/then/properties/by/maxLength',
                  keyword: 'maxLength',
                  params: { limit: 1000 },
                  schema: 1000,
                  parentSchema: schema179.then.properties.by,
                  data: data13,
                };
                if (vErrors === null) {
                  vErrors = [err21];
                } else {
                  vErrors.push(err21);
                }
                errors++;
              }
              if (func3(data13) < 1) {
                const err22 = {
                  instancePath: instancePath + '/sorted/by',
                  schemaPath: 'SuiteFileSorted/then/properties/by/minLength',
                  keyword: 'minLength',
                  params: { limit: 1 },
                  schema: 1,
                  parentSchema: schema179.then.properties.by,
                  data: data13,
                };
                if (vErrors === null) {
                  vErrors = [err22];
                } else {
                  vErrors.push(err22);
                }
                errors++;
              }
            } else {
              const err23 = {
                instancePath: instancePath + '/sorted/by',
                schemaPath: 'SuiteFileSorted/then/properties/by/type',
                keyword: 'type',
                params: { type: 'string' },
                schema: schema179.then.properties.by.type,
                parentSchema: schema179.then.properties.by,
                data: data13,
              };
              if (vErrors === null) {
                vErrors = [err23];
              } else {
                vErrors.push(err23);
              }
              errors++;
            }
          }
          if (data12.order !== undefined) {
            let data14 = data12.order;
            if (!(data14 === 'ascending' || data14 === 'descending')) {
              const err24 = {
                instancePath: instancePath + '/sorted/order',
                schemaPath: 'SuiteFileSorted/then/properties/order/enum',
                keyword: 'enum',
                params: { allowedValues: schema179.then.properties.order.enum },
                schema: schema179.then.properties.order.enum,
                parentSchema: schema179.then.properties.order,
                data: data14,
              };
              if (vErrors === null) {
                vErrors = [err24];
              } else {
                vErrors.push(err24);
              }
              errors++;
            }
          }
        }
        var _valid0 = _errs37 === errors;
        valid14 = _valid0;
        ifClause0 = 'then';
      } else {
        const _errs42 = errors;
        if (!(data12 === 'ascending' || data12 === 'descending')) {
          const err25 = {
            instancePath: instancePath + '/sorted',
            schemaPath: 'SuiteFileSorted/else/enum',
            keyword: 'enum',
            params: { allowedValues: schema179.else.enum },
            schema: schema179.else.enum,
            parentSchema: schema179.else,
            data: data12,
          };
          if (vErrors === null) {
            vErrors = [err25];
          } else {
            vErrors.push(err25);
          }
          errors++;
        }
        var _valid0 = _errs42 === errors;
        valid14 = _valid0;
        ifClause0 = 'else';
      }
      if (!valid14) {
        const err26 = {
          instancePath: instancePath + '/sorted',
          schemaPath: 'SuiteFileSorted/if',
          keyword: 'if',
          params: { failingKeyword: ifClause0 },
          schema: schema179.if,
          parentSchema: schema179,
          data: data12,
        };
        if (vErrors === null) {
          vErrors = [err26];
        } else {
          vErrors.push(err26);
        }
        errors++;
      }
    }
    if (data.unique !== undefined) {
      let data15 = data.unique;
      if (typeof data15 !== 'boolean' && typeof data15 !== 'string') {
        const err27 = {
          instancePath: instancePath + '/unique',
          schemaPath: 'SuiteFileUnique/type',
          keyword: 'type',
          params: { type: schema180.type },
          schema: schema180.type,
          parentSchema: schema180,
          data: data15,
        };
        if (vErrors === null) {
          vErrors = [err27];
        } else {
          vErrors.push(err27);
        }
        errors++;
      }
      if (typeof data15 === 'string') {
        if (func3(data15) > 1000) {
          const err28 = {
            instancePath: instancePath + '/unique',
            schemaPath: 'SuiteFileUnique/maxLength',
            keyword: 'maxLength',
            params: { limit: 1000 },
            schema: 1000,
            parentSchema: schema180,
            data: data15,
          };
          if (vErrors === null) {
            vErrors = [err28];
          } else {
            vErrors.push(err28);
          }
          errors++;
        }
        if (func3(data15) < 1) {
          const err29 = {
            instancePath: instancePath + '/unique',
            schemaPath: 'SuiteFileUnique/minLength',
            keyword: 'minLength',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema180,
            data: data15,
          };
          if (vErrors === null) {
            vErrors = [err29];
          } else {
            vErrors.push(err29);
          }
          errors++;
        }
      }
    }
    if (data.olderThan !== undefined) {
      let data17 = data.olderThan;
      if (typeof data17 === 'string') {
        if (func3(data17) > 100) {
          const err30 = {
            instancePath: instancePath + '/olderThan',
            schemaPath: 'SuiteFileDuration/maxLength',
            keyword: 'maxLength',
            params: { limit: 100 },
            schema: 100,
            parentSchema: schema182,
            data: data17,
          };
          if (vErrors === null) {
            vErrors = [err30];
          } else {
            vErrors.push(err30);
          }
          errors++;
        }
        if (func3(data17) < 1) {
          const err31 = {
            instancePath: instancePath + '/olderThan',
            schemaPath: 'SuiteFileDuration/minLength',
            keyword: 'minLength',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema182,
            data: data17,
          };
          if (vErrors === null) {
            vErrors = [err31];
          } else {
            vErrors.push(err31);
          }
          errors++;
        }
      } else {
        const err32 = {
          instancePath: instancePath + '/olderThan',
          schemaPath: 'SuiteFileDuration/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema182.type,
          parentSchema: schema182,
          data: data17,
        };
        if (vErrors === null) {
          vErrors = [err32];
        } else {
          vErrors.push(err32);
        }
        errors++;
      }
    }
    if (data.newerThan !== undefined) {
      let data18 = data.newerThan;
      if (typeof data18 === 'string') {
        if (func3(data18) > 100) {
          const err33 = {
            instancePath: instancePath + '/newerThan',
            schemaPath: 'SuiteFileDuration/maxLength',
            keyword: 'maxLength',
            params: { limit: 100 },
            schema: 100,
            parentSchema: schema182,
            data: data18,
          };
          if (vErrors === null) {
            vErrors = [err33];
          } else {
            vErrors.push(err33);
          }
          errors++;
        }
        if (func3(data18) < 1) {
          const err34 = {
            instancePath: instancePath + '/newerThan',
            schemaPath: 'SuiteFileDuration/minLength',
            keyword: 'minLength',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema182,
            data: data18,
          };
          if (vErrors === null) {
            vErrors = [err34];
          } else {
            vErrors.push(err34);
          }
          errors++;
        }
      } else {
        const err35 = {
          instancePath: instancePath + '/newerThan',
          schemaPath: 'SuiteFileDuration/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema182.type,
          parentSchema: schema182,
          data: data18,
        };
        if (vErrors === null) {
          vErrors = [err35];
        } else {
          vErrors.push(err35);
        }
        errors++;
      }
    }
    if (data.every !== undefined) {
      if (
        !validate85(data.every, {
          instancePath: instancePath + '/every',
          parentData: data,
          parentDataProperty: 'every',
          rootData,
        })
      ) {
        vErrors = joinErrors(vErrors, validate85.errors);
        errors = vErrors.length;
      }
    }
    if (data.some !== undefined) {
      if (
        !validate85(data.some, {
          instancePath: instancePath + '/some',
          parentData: data,
          parentDataProperty: 'some',
          rootData,
        })
      ) {
        vErrors = joinErrors(vErrors, validate85.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err36 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      schema: schema166.type,
      parentSchema: schema166,
      data,
    };
    if (vErrors === null) {
      vErrors = [err36];
    } else {
      vErrors.push(err36);
    }
    errors++;
  }
  validate84.errors = vErrors;
  return errors === 0;
}

function validate83(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="SuiteFileCheck" */ let vErrors = null;
  let errors = 0;
  const _errs1 = errors;
  let valid0 = false;
  let passing0 = null;
  const _errs2 = errors;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.status === undefined) {
      const err0 = {
        instancePath,
        schemaPath: '#/oneOf/0/required',
        keyword: 'required',
        params: { missingProperty: 'status' },
        schema: schema161.oneOf[0].required,
        parentSchema: schema161.oneOf[0],
        data,
      };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  }
  var _valid0 = _errs2 === errors;
  if (_valid0) {
    valid0 = true;
    passing0 = 0;
  }
  const _errs3 = errors;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.path === undefined) {
      const err1 = {
        instancePath,
        schemaPath: '#/oneOf/1/required',
        keyword: 'required',
        params: { missingProperty: 'path' },
        schema: schema161.oneOf[1].required,
        parentSchema: schema161.oneOf[1],
        data,
      };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
  }
  var _valid0 = _errs3 === errors;
  if (_valid0 && valid0) {
    valid0 = false;
    passing0 = [passing0, 1];
  } else {
    if (_valid0) {
      valid0 = true;
      passing0 = 1;
    }
    const _errs4 = errors;
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      if (data.header === undefined) {
        const err2 = {
          instancePath,
          schemaPath: '#/oneOf/2/required',
          keyword: 'required',
          params: { missingProperty: 'header' },
          schema: schema161.oneOf[2].required,
          parentSchema: schema161.oneOf[2],
          data,
        };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    var _valid0 = _errs4 === errors;
    if (_valid0 && valid0) {
      valid0 = false;
      passing0 = [passing0, 2];
    } else {
      if (_valid0) {
        valid0 = true;
        passing0 = 2;
      }
      const _errs5 = errors;
      if (data && typeof data == 'object' && !Array.isArray(data)) {
        if (data.body === undefined) {
          const err3 = {
            instancePath,
            schemaPath: '#/oneOf/3/required',
            keyword: 'required',
            params: { missingProperty: 'body' },
            schema: schema161.oneOf[3].required,
            parentSchema: schema161.oneOf[3],
            data,
          };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      }
      var _valid0 = _errs5 === errors;
      if (_valid0 && valid0) {
        valid0 = false;
        passing0 = [passing0, 3];
      } else {
        if (_valid0) {
          valid0 = true;
          passing0 = 3;
        }
        const _errs6 = errors;
        if (data && typeof data == 'object' && !Array.isArray(data)) {
          if (data.schema === undefined) {
            const err4 = {
              instancePath,
              schemaPath: '#/oneOf/4/required',
              keyword: 'required',
              params: { missingProperty: 'schema' },
              schema: schema161.oneOf[4].required,
              parentSchema: schema161.oneOf[4],
              data,
            };
            if (vErrors === null) {
              vErrors = [err4];
            } else {
              vErrors.push(err4);
            }
            errors++;
          }
        }
        var _valid0 = _errs6 === errors;
        if (_valid0 && valid0) {
          valid0 = false;
          passing0 = [passing0, 4];
        } else {
          if (_valid0) {
            valid0 = true;
            passing0 = 4;
          }
          const _errs7 = errors;
          if (data && typeof data == 'object' && !Array.isArray(data)) {
            if (data.timeMs === undefined) {
              const err5 = {
                instancePath,
                schemaPath: '#/oneOf/5/required',
                keyword: 'required',
                params: { missingProperty: 'timeMs' },
                schema: schema161.oneOf[5].required,
                parentSchema: schema161.oneOf[5],
                data,
              };
              if (vErrors === null) {
                vErrors = [err5];
              } else {
                vErrors.push(err5);
              }
              errors++;
            }
          }
          var _valid0 = _errs7 === errors;
          if (_valid0 && valid0) {
            valid0 = false;
            passing0 = [passing0, 5];
          } else {
            if (_valid0) {
              valid0 = true;
              passing0 = 5;
            }
            const _errs8 = errors;
            if (data && typeof data == 'object' && !Array.isArray(data)) {
              if (data.bodyBytes === undefined) {
                const err6 = {
                  instancePath,
                  schemaPath: '#/oneOf/6/required',
                  keyword: 'required',
                  params: { missingProperty: 'bodyBytes' },
                  schema: schema161.oneOf[6].required,
                  parentSchema: schema161.oneOf[6],
                  data,
                };
                if (vErrors === null) {
                  vErrors = [err6];
                } else {
                  vErrors.push(err6);
                }
                errors++;
              }
            }
            var _valid0 = _errs8 === errors;
            if (_valid0 && valid0) {
              valid0 = false;
              passing0 = [passing0, 6];
            } else {
              if (_valid0) {
                valid0 = true;
                passing0 = 6;
              }
            }
          }
        }
      }
    }
  }
  if (!valid0) {
    const err7 = {
      instancePath,
      schemaPath: '#/oneOf',
      keyword: 'oneOf',
      params: { passingSchemas: passing0 },
      schema: schema161.oneOf,
      parentSchema: schema161,
      data,
    };
    if (vErrors === null) {
      vErrors = [err7];
    } else {
      vErrors.push(err7);
    }
    errors++;
  } else {
    errors = _errs1;
    if (vErrors !== null) {
      if (_errs1) {
        vErrors.length = _errs1;
      } else {
        vErrors = null;
      }
    }
  }
  const _errs10 = errors;
  let valid2 = true;
  const _errs11 = errors;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    let missing0;
    if (data.status === undefined && (missing0 = 'status')) {
      const err8 = {};
      if (vErrors === null) {
        vErrors = [err8];
      } else {
        vErrors.push(err8);
      }
      errors++;
    }
  }
  var _valid1 = _errs11 === errors;
  errors = _errs10;
  if (vErrors !== null) {
    if (_errs10) {
      vErrors.length = _errs10;
    } else {
      vErrors = null;
    }
  }
  if (_valid1) {
    const _errs12 = errors;
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      for (const key0 in data) {
        const _errs13 = errors;
        if (!(key0 === 'status' || key0 === 'warn')) {
          const err9 = {
            instancePath,
            schemaPath: '#/allOf/0/then/propertyNames/enum',
            keyword: 'enum',
            params: { allowedValues: schema161.allOf[0].then.propertyNames.enum },
            schema: schema161.allOf[0].then.propertyNames.enum,
            parentSchema: schema161.allOf[0].then.propertyNames,
            data: key0,
            propertyName: key0,
          };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
        var valid3 = _errs13 === errors;
        if (!valid3) {
          const err10 = {
            instancePath,
            schemaPath: '#/allOf/0/then/propertyNames',
            keyword: 'propertyNames',
            params: { propertyName: key0 },
            schema: schema161.allOf[0].then.propertyNames,
            parentSchema: schema161.allOf[0].then,
            data,
          };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
      }
    }
    var _valid1 = _errs12 === errors;
    valid2 = _valid1;
  }
  if (!valid2) {
    const err11 = {
      instancePath,
      schemaPath: '#/allOf/0/if',
      keyword: 'if',
      params: { failingKeyword: 'then' },
      schema: schema161.allOf[0].if,
      parentSchema: schema161.allOf[0],
      data,
    };
    if (vErrors === null) {
      vErrors = [err11];
    } else {
      vErrors.push(err11);
    }
    errors++;
  }
  const _errs15 = errors;
  let valid4 = true;
  const _errs16 = errors;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    let missing1;
    if (data.timeMs === undefined && (missing1 = 'timeMs')) {
      const err12 = {};
      if (vErrors === null) {
        vErrors = [err12];
      } else {
        vErrors.push(err12);
      }
      errors++;
    }
  }
  var _valid2 = _errs16 === errors;
  errors = _errs15;
  if (vErrors !== null) {
    if (_errs15) {
      vErrors.length = _errs15;
    } else {
      vErrors = null;
    }
  }
  if (_valid2) {
    const _errs17 = errors;
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      for (const key1 in data) {
        const _errs18 = errors;
        if (!(key1 === 'timeMs' || key1 === 'warn')) {
          const err13 = {
            instancePath,
            schemaPath: '#/allOf/1/then/propertyNames/enum',
            keyword: 'enum',
            params: { allowedValues: schema161.allOf[1].then.propertyNames.enum },
            schema: schema161.allOf[1].then.propertyNames.enum,
            parentSchema: schema161.allOf[1].then.propertyNames,
            data: key1,
            propertyName: key1,
          };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
        var valid5 = _errs18 === errors;
        if (!valid5) {
          const err14 = {
            instancePath,
            schemaPath: '#/allOf/1/then/propertyNames',
            keyword: 'propertyNames',
            params: { propertyName: key1 },
            schema: schema161.allOf[1].then.propertyNames,
            parentSchema: schema161.allOf[1].then,
            data,
          };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
      }
    }
    var _valid2 = _errs17 === errors;
    valid4 = _valid2;
  }
  if (!valid4) {
    const err15 = {
      instancePath,
      schemaPath: '#/allOf/1/if',
      keyword: 'if',
      params: { failingKeyword: 'then' },
      schema: schema161.allOf[1].if,
      parentSchema: schema161.allOf[1],
      data,
    };
    if (vErrors === null) {
      vErrors = [err15];
    } else {
      vErrors.push(err15);
    }
    errors++;
  }
  const _errs20 = errors;
  let valid6 = true;
  const _errs21 = errors;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    let missing2;
    if (data.bodyBytes === undefined && (missing2 = 'bodyBytes')) {
      const err16 = {};
      if (vErrors === null) {
        vErrors = [err16];
      } else {
        vErrors.push(err16);
      }
      errors++;
    }
  }
  var _valid3 = _errs21 === errors;
  errors = _errs20;
  if (vErrors !== null) {
    if (_errs20) {
      vErrors.length = _errs20;
    } else {
      vErrors = null;
    }
  }
  if (_valid3) {
    const _errs22 = errors;
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      for (const key2 in data) {
        const _errs23 = errors;
        if (!(key2 === 'bodyBytes' || key2 === 'warn')) {
          const err17 = {
            instancePath,
            schemaPath: '#/allOf/2/then/propertyNames/enum',
            keyword: 'enum',
            params: { allowedValues: schema161.allOf[2].then.propertyNames.enum },
            schema: schema161.allOf[2].then.propertyNames.enum,
            parentSchema: schema161.allOf[2].then.propertyNames,
            data: key2,
            propertyName: key2,
          };
          if (vErrors === null) {
            vErrors = [err17];
          } else {
            vErrors.push(err17);
          }
          errors++;
        }
        var valid7 = _errs23 === errors;
        if (!valid7) {
          const err18 = {
            instancePath,
            schemaPath: '#/allOf/2/then/propertyNames',
            keyword: 'propertyNames',
            params: { propertyName: key2 },
            schema: schema161.allOf[2].then.propertyNames,
            parentSchema: schema161.allOf[2].then,
            data,
          };
          if (vErrors === null) {
            vErrors = [err18];
          } else {
            vErrors.push(err18);
          }
          errors++;
        }
      }
    }
    var _valid3 = _errs22 === errors;
    valid6 = _valid3;
  }
  if (!valid6) {
    const err19 = {
      instancePath,
      schemaPath: '#/allOf/2/if',
      keyword: 'if',
      params: { failingKeyword: 'then' },
      schema: schema161.allOf[2].if,
      parentSchema: schema161.allOf[2],
      data,
    };
    if (vErrors === null) {
      vErrors = [err19];
    } else {
      vErrors.push(err19);
    }
    errors++;
  }
  const _errs25 = errors;
  let valid8 = true;
  const _errs26 = errors;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    let missing3;
    if (data.schema === undefined && (missing3 = 'schema')) {
      const err20 = {};
      if (vErrors === null) {
        vErrors = [err20];
      } else {
        vErrors.push(err20);
      }
      errors++;
    }
  }
  var _valid4 = _errs26 === errors;
  errors = _errs25;
  if (vErrors !== null) {
    if (_errs25) {
      vErrors.length = _errs25;
    } else {
      vErrors = null;
    }
  }
  if (_valid4) {
    const _errs27 = errors;
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      for (const key3 in data) {
        const _errs28 = errors;
        if (!(key3 === 'schema' || key3 === 'at' || key3 === 'warn')) {
          const err21 = {
            instancePath,
            schemaPath: '#/allOf/3/then/propertyNames/enum',
            keyword: 'enum',
            params: { allowedValues: schema161.allOf[3].then.propertyNames.enum },
            schema: schema161.allOf[3].then.propertyNames.enum,
            parentSchema: schema161.allOf[3].then.propertyNames,
            data: key3,
            propertyName: key3,
          };
          if (vErrors === null) {
            vErrors = [err21];
          } else {
            vErrors.push(err21);
          }
          errors++;
        }
        var valid9 = _errs28 === errors;
        if (!valid9) {
          const err22 = {
            instancePath,
            schemaPath: '#/allOf/3/then/propertyNames',
            keyword: 'propertyNames',
            params: { propertyName: key3 },
            schema: schema161.allOf[3].then.propertyNames,
            parentSchema: schema161.allOf[3].then,
            data,
          };
          if (vErrors === null) {
            vErrors = [err22];
          } else {
            vErrors.push(err22);
          }
          errors++;
        }
      }
    }
    var _valid4 = _errs27 === errors;
    valid8 = _valid4;
  }
  if (!valid8) {
    const err23 = {
      instancePath,
      schemaPath: '#/allOf/3/if',
      keyword: 'if',
      params: { failingKeyword: 'then' },
      schema: schema161.allOf[3].if,
      parentSchema: schema161.allOf[3],
      data,
    };
    if (vErrors === null) {
      vErrors = [err23];
    } else {
      vErrors.push(err23);
    }
    errors++;
  }
  const _errs30 = errors;
  let valid10 = true;
  const _errs31 = errors;
  const _errs32 = errors;
  let valid11 = false;
  const _errs33 = errors;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    let missing4;
    if (data.path === undefined && (missing4 = 'path')) {
      const err24 = {};
      if (vErrors === null) {
        vErrors = [err24];
      } else {
        vErrors.push(err24);
      }
      errors++;
    }
  }
  var _valid6 = _errs33 === errors;
  valid11 = valid11 || _valid6;
  if (!valid11) {
    const _errs34 = errors;
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing5;
      if (data.header === undefined && (missing5 = 'header')) {
        const err25 = {};
        if (vErrors === null) {
          vErrors = [err25];
        } else {
          vErrors.push(err25);
        }
        errors++;
      }
    }
    var _valid6 = _errs34 === errors;
    valid11 = valid11 || _valid6;
    if (!valid11) {
      const _errs35 = errors;
      if (data && typeof data == 'object' && !Array.isArray(data)) {
        let missing6;
        if (data.body === undefined && (missing6 = 'body')) {
          const err26 = {};
          if (vErrors === null) {
            vErrors = [err26];
          } else {
            vErrors.push(err26);
          }
          errors++;
        }
      }
      var _valid6 = _errs35 === errors;
      valid11 = valid11 || _valid6;
    }
  }
  if (!valid11) {
    const err27 = {};
    if (vErrors === null) {
      vErrors = [err27];
    } else {
      vErrors.push(err27);
    }
    errors++;
  } else {
    errors = _errs32;
    if (vErrors !== null) {
      if (_errs32) {
        vErrors.length = _errs32;
      } else {
        vErrors = null;
      }
    }
  }
  var _valid5 = _errs31 === errors;
  errors = _errs30;
  if (vErrors !== null) {
    if (_errs30) {
      vErrors.length = _errs30;
    } else {
      vErrors = null;
    }
  }
  if (_valid5) {
    const _errs36 = errors;
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      if (Object.keys(data).length < 2) {
        const err28 = {
          instancePath,
          schemaPath: '#/allOf/4/then/minProperties',
          keyword: 'minProperties',
          params: { limit: 2 },
          schema: 2,
          parentSchema: schema161.allOf[4].then,
          data,
        };
        if (vErrors === null) {
          vErrors = [err28];
        } else {
          vErrors.push(err28);
        }
        errors++;
      }
      if (data.at !== undefined) {
        const err29 = {
          instancePath: instancePath + '/at',
          schemaPath: '#/allOf/4/then/properties/at/false schema',
          keyword: 'false schema',
          params: {},
          schema: false,
          parentSchema: schema161.allOf[4].then.properties.at,
          data: data.at,
        };
        if (vErrors === null) {
          vErrors = [err29];
        } else {
          vErrors.push(err29);
        }
        errors++;
      }
    }
    var _valid5 = _errs36 === errors;
    valid10 = _valid5;
  }
  if (!valid10) {
    const err30 = {
      instancePath,
      schemaPath: '#/allOf/4/if',
      keyword: 'if',
      params: { failingKeyword: 'then' },
      schema: schema161.allOf[4].if,
      parentSchema: schema161.allOf[4],
      data,
    };
    if (vErrors === null) {
      vErrors = [err30];
    } else {
      vErrors.push(err30);
    }
    errors++;
  }
  const _errs38 = errors;
  let valid13 = true;
  const _errs39 = errors;
  const _errs40 = errors;
  let valid14 = false;
  const _errs41 = errors;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    let missing7;
    if (data.path === undefined && (missing7 = 'path')) {
      const err31 = {};
      if (vErrors === null) {
        vErrors = [err31];
      } else {
        vErrors.push(err31);
      }
      errors++;
    }
  }
  var _valid8 = _errs41 === errors;
  valid14 = valid14 || _valid8;
  if (!valid14) {
    const _errs42 = errors;
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing8;
      if (data.header === undefined && (missing8 = 'header')) {
        const err32 = {};
        if (vErrors === null) {
          vErrors = [err32];
        } else {
          vErrors.push(err32);
        }
        errors++;
      }
    }
    var _valid8 = _errs42 === errors;
    valid14 = valid14 || _valid8;
    if (!valid14) {
      const _errs43 = errors;
      if (data && typeof data == 'object' && !Array.isArray(data)) {
        let missing9;
        if (data.body === undefined && (missing9 = 'body')) {
          const err33 = {};
          if (vErrors === null) {
            vErrors = [err33];
          } else {
            vErrors.push(err33);
          }
          errors++;
        }
      }
      var _valid8 = _errs43 === errors;
      valid14 = valid14 || _valid8;
    }
  }
  if (!valid14) {
    const err34 = {};
    if (vErrors === null) {
      vErrors = [err34];
    } else {
      vErrors.push(err34);
    }
    errors++;
  } else {
    errors = _errs40;
    if (vErrors !== null) {
      if (_errs40) {
        vErrors.length = _errs40;
      } else {
        vErrors = null;
      }
    }
  }
  if (errors === _errs39) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing10;
      if (data.warn === undefined && (missing10 = 'warn')) {
        const err35 = {};
        if (vErrors === null) {
          vErrors = [err35];
        } else {
          vErrors.push(err35);
        }
        errors++;
      }
    }
  }
  var _valid7 = _errs39 === errors;
  errors = _errs38;
  if (vErrors !== null) {
    if (_errs38) {
      vErrors.length = _errs38;
    } else {
      vErrors = null;
    }
  }
  if (_valid7) {
    const _errs44 = errors;
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      if (Object.keys(data).length < 3) {
        const err36 = {
          instancePath,
          schemaPath: '#/allOf/5/then/minProperties',
          keyword: 'minProperties',
          params: { limit: 3 },
          schema: 3,
          parentSchema: schema161.allOf[5].then,
          data,
        };
        if (vErrors === null) {
          vErrors = [err36];
        } else {
          vErrors.push(err36);
        }
        errors++;
      }
    }
    var _valid7 = _errs44 === errors;
    valid13 = _valid7;
  }
  if (!valid13) {
    const err37 = {
      instancePath,
      schemaPath: '#/allOf/5/if',
      keyword: 'if',
      params: { failingKeyword: 'then' },
      schema: schema161.allOf[5].if,
      parentSchema: schema161.allOf[5],
      data,
    };
    if (vErrors === null) {
      vErrors = [err37];
    } else {
      vErrors.push(err37);
    }
    errors++;
  }
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    for (const key4 in data) {
      if (!func2.call(schema161.properties, key4)) {
        const err38 = {
          instancePath,
          schemaPath: '#/additionalProperties',
          keyword: 'additionalProperties',
          params: { additionalProperty: key4 },
          schema: false,
          parentSchema: schema161,
          data,
        };
        if (vErrors === null) {
          vErrors = [err38];
        } else {
          vErrors.push(err38);
        }
        errors++;
      }
    }
    if (data.status !== undefined) {
      let data1 = data.status;
      const _errs47 = errors;
      let valid16 = true;
      const _errs48 = errors;
      if (!Array.isArray(data1)) {
        const err39 = {};
        if (vErrors === null) {
          vErrors = [err39];
        } else {
          vErrors.push(err39);
        }
        errors++;
      }
      var _valid9 = _errs48 === errors;
      errors = _errs47;
      if (vErrors !== null) {
        if (_errs47) {
          vErrors.length = _errs47;
        } else {
          vErrors = null;
        }
      }
      let ifClause0;
      if (_valid9) {
        const _errs50 = errors;
        if (Array.isArray(data1)) {
          if (data1.length > 50) {
            const err40 = {
              instancePath: instancePath + '/status',
              schemaPath: '#/properties/status/then/maxItems',
              keyword: 'maxItems',
              params: { limit: 50 },
              schema: 50,
              parentSchema: schema161.properties.status.then,
              data: data1,
            };
            if (vErrors === null) {
              vErrors = [err40];
            } else {
              vErrors.push(err40);
            }
            errors++;
          }
          if (data1.length < 1) {
            const err41 = {
              instancePath: instancePath + '/status',
              schemaPath: '#/properties/status/then/minItems',
              keyword: 'minItems',
              params: { limit: 1 },
              schema: 1,
              parentSchema: schema161.properties.status.then,
              data: data1,
            };
            if (vErrors === null) {
              vErrors = [err41];
            } else {
              vErrors.push(err41);
            }
            errors++;
          }
          const len0 = data1.length;
          for (let i0 = 0; i0 < len0; i0++) {
            let data2 = data1[i0];
            if (
              !(typeof data2 == 'number' && !(data2 % 1) && !isNaN(data2) && isFinite(data2)) &&
              typeof data2 !== 'string'
            ) {
              const err42 = {
                instancePath: instancePath + '/status/' + i0,
                schemaPath: 'SuiteFileStatusPattern/type',
                keyword: 'type',
                params: { type: schema162.type },
                schema: schema162.type,
                parentSchema: schema162,
                data: data2,
              };
              if (vErrors === null) {
                vErrors = [err42];
              } else {
                vErrors.push(err42);
              }
              errors++;
            }
            if (typeof data2 == 'number' && isFinite(data2)) {
              if (data2 > 599 || isNaN(data2)) {
                const err43 = {
                  instancePath: instancePath + '/status/' + i0,
                  schemaPath: 'SuiteFileStatusPattern/maximum',
                  keyword: 'maximum',
                  params: { comparison: '<=', limit: 599 },
                  schema: 599,
                  parentSchema: schema162,
                  data: data2,
                };
                if (vErrors === null) {
                  vErrors = [err43];
                } else {
                  vErrors.push(err43);
                }
                errors++;
              }
              if (data2 < 100 || isNaN(data2)) {
                const err44 = {
                  instancePath: instancePath + '/status/' + i0,
                  schemaPath: 'SuiteFileStatusPattern/minimum',
                  keyword: 'minimum',
                  params: { comparison: '>=', limit: 100 },
                  schema: 100,
                  parentSchema: schema162,
                  data: data2,
                };
                if (vErrors === null) {
                  vErrors = [err44];
                } else {
                  vErrors.push(err44);
                }
                errors++;
              }
            }
            if (typeof data2 === 'string') {
              if (!pattern87.test(data2)) {
                const err45 = {
                  instancePath: instancePath + '/status/' + i0,
                  schemaPath: 'SuiteFileStatusPattern/pattern',
                  keyword: 'pattern',
                  params: { pattern: '^([1-5]([0-9]{2}|[xX]{2})|\\{\\{.*\\}\\})$' },
                  schema: '^([1-5]([0-9]{2}|[xX]{2})|\\{\\{.*\\}\\})$',
                  parentSchema: schema162,
                  data: data2,
                };
                if (vErrors === null) {
                  vErrors = [err45];
                } else {
                  vErrors.push(err45);
                }
                errors++;
              }
            }
          }
        }
        var _valid9 = _errs50 === errors;
        valid16 = _valid9;
        ifClause0 = 'then';
      } else {
        const _errs54 = errors;
        if (
          !(typeof data1 == 'number' && !(data1 % 1) && !isNaN(data1) && isFinite(data1)) &&
          typeof data1 !== 'string'
        ) {
          const err46 = {
            instancePath: instancePath + '/status',
            schemaPath: 'SuiteFileStatusPattern/type',
            keyword: 'type',
            params: { type: schema162.type },
            schema: schema162.type,
            parentSchema: schema162,
            data: data1,
          };
          if (vErrors === null) {
            vErrors = [err46];
          } else {
            vErrors.push(err46);
          }
          errors++;
        }
        if (typeof data1 == 'number' && isFinite(data1)) {
          if (data1 > 599 || isNaN(data1)) {
            const err47 = {
              instancePath: instancePath + '/status',
              schemaPath: 'SuiteFileStatusPattern/maximum',
              keyword: 'maximum',
              params: { comparison: '<=', limit: 599 },
              schema: 599,
              parentSchema: schema162,
              data: data1,
            };
            if (vErrors === null) {
              vErrors = [err47];
            } else {
              vErrors.push(err47);
            }
            errors++;
          }
          if (data1 < 100 || isNaN(data1)) {
            const err48 = {
              instancePath: instancePath + '/status',
              schemaPath: 'SuiteFileStatusPattern/minimum',
              keyword: 'minimum',
              params: { comparison: '>=', limit: 100 },
              schema: 100,
              parentSchema: schema162,
              data: data1,
            };
            if (vErrors === null) {
              vErrors = [err48];
            } else {
              vErrors.push(err48);
            }
            errors++;
          }
        }
        if (typeof data1 === 'string') {
          if (!pattern87.test(data1)) {
            const err49 = {
              instancePath: instancePath + '/status',
              schemaPath: 'SuiteFileStatusPattern/pattern',
              keyword: 'pattern',
              params: { pattern: '^([1-5]([0-9]{2}|[xX]{2})|\\{\\{.*\\}\\})$' },
              schema: '^([1-5]([0-9]{2}|[xX]{2})|\\{\\{.*\\}\\})$',
              parentSchema: schema162,
              data: data1,
            };
            if (vErrors === null) {
              vErrors = [err49];
            } else {
              vErrors.push(err49);
            }
            errors++;
          }
        }
        var _valid9 = _errs54 === errors;
        valid16 = _valid9;
        ifClause0 = 'else';
      }
      if (!valid16) {
        const err50 = {
          instancePath: instancePath + '/status',
          schemaPath: '#/properties/status/if',
          keyword: 'if',
          params: { failingKeyword: ifClause0 },
          schema: schema161.properties.status.if,
          parentSchema: schema161.properties.status,
          data: data1,
        };
        if (vErrors === null) {
          vErrors = [err50];
        } else {
          vErrors.push(err50);
        }
        errors++;
      }
    }
    if (data.path !== undefined) {
      let data3 = data.path;
      if (typeof data3 === 'string') {
        if (func3(data3) > 1000) {
          const err51 = {
            instancePath: instancePath + '/path',
            schemaPath: 'SuiteFileJsonPath/maxLength',
            keyword: 'maxLength',
            params: { limit: 1000 },
            schema: 1000,
            parentSchema: schema164,
            data: data3,
          };
          if (vErrors === null) {
            vErrors = [err51];
          } else {
            vErrors.push(err51);
          }
          errors++;
        }
        if (func3(data3) < 1) {
          const err52 = {
            instancePath: instancePath + '/path',
            schemaPath: 'SuiteFileJsonPath/minLength',
            keyword: 'minLength',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema164,
            data: data3,
          };
          if (vErrors === null) {
            vErrors = [err52];
          } else {
            vErrors.push(err52);
          }
          errors++;
        }
        if (!pattern74.test(data3)) {
          const err53 = {
            instancePath: instancePath + '/path',
            schemaPath: 'SuiteFileJsonPath/pattern',
            keyword: 'pattern',
            params: { pattern: '^\\$' },
            schema: '^\\$',
            parentSchema: schema164,
            data: data3,
          };
          if (vErrors === null) {
            vErrors = [err53];
          } else {
            vErrors.push(err53);
          }
          errors++;
        }
      } else {
        const err54 = {
          instancePath: instancePath + '/path',
          schemaPath: 'SuiteFileJsonPath/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema164.type,
          parentSchema: schema164,
          data: data3,
        };
        if (vErrors === null) {
          vErrors = [err54];
        } else {
          vErrors.push(err54);
        }
        errors++;
      }
    }
    if (data.header !== undefined) {
      let data4 = data.header;
      if (typeof data4 === 'string') {
        if (!pattern58.test(data4)) {
          const err55 = {
            instancePath: instancePath + '/header',
            schemaPath: '#/properties/header/pattern',
            keyword: 'pattern',
            params: { pattern: "^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}$" },
            schema: "^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}$",
            parentSchema: schema161.properties.header,
            data: data4,
          };
          if (vErrors === null) {
            vErrors = [err55];
          } else {
            vErrors.push(err55);
          }
          errors++;
        }
      } else {
        const err56 = {
          instancePath: instancePath + '/header',
          schemaPath: '#/properties/header/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema161.properties.header.type,
          parentSchema: schema161.properties.header,
          data: data4,
        };
        if (vErrors === null) {
          vErrors = [err56];
        } else {
          vErrors.push(err56);
        }
        errors++;
      }
    }
    if (data.body !== undefined) {
      let data5 = data.body;
      if ('text' !== data5) {
        const err57 = {
          instancePath: instancePath + '/body',
          schemaPath: '#/properties/body/const',
          keyword: 'const',
          params: { allowedValue: 'text' },
          schema: 'text',
          parentSchema: schema161.properties.body,
          data: data5,
        };
        if (vErrors === null) {
          vErrors = [err57];
        } else {
          vErrors.push(err57);
        }
        errors++;
      }
    }
    if (data.schema !== undefined) {
      let data6 = data.schema;
      if (!(data6 && typeof data6 == 'object' && !Array.isArray(data6))) {
        const err58 = {
          instancePath: instancePath + '/schema',
          schemaPath: '#/properties/schema/type',
          keyword: 'type',
          params: { type: schema161.properties.schema.type },
          schema: schema161.properties.schema.type,
          parentSchema: schema161.properties.schema,
          data: data6,
        };
        if (vErrors === null) {
          vErrors = [err58];
        } else {
          vErrors.push(err58);
        }
        errors++;
      }
    }
    if (data.at !== undefined) {
      let data7 = data.at;
      if (typeof data7 === 'string') {
        if (func3(data7) > 1000) {
          const err59 = {
            instancePath: instancePath + '/at',
            schemaPath: 'SuiteFileJsonPath/maxLength',
            keyword: 'maxLength',
            params: { limit: 1000 },
            schema: 1000,
            parentSchema: schema164,
            data: data7,
          };
          if (vErrors === null) {
            vErrors = [err59];
          } else {
            vErrors.push(err59);
          }
          errors++;
        }
        if (func3(data7) < 1) {
          const err60 = {
            instancePath: instancePath + '/at',
            schemaPath: 'SuiteFileJsonPath/minLength',
            keyword: 'minLength',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema164,
            data: data7,
          };
          if (vErrors === null) {
            vErrors = [err60];
          } else {
            vErrors.push(err60);
          }
          errors++;
        }
        if (!pattern74.test(data7)) {
          const err61 = {
            instancePath: instancePath + '/at',
            schemaPath: 'SuiteFileJsonPath/pattern',
            keyword: 'pattern',
            params: { pattern: '^\\$' },
            schema: '^\\$',
            parentSchema: schema164,
            data: data7,
          };
          if (vErrors === null) {
            vErrors = [err61];
          } else {
            vErrors.push(err61);
          }
          errors++;
        }
      } else {
        const err62 = {
          instancePath: instancePath + '/at',
          schemaPath: 'SuiteFileJsonPath/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema164.type,
          parentSchema: schema164,
          data: data7,
        };
        if (vErrors === null) {
          vErrors = [err62];
        } else {
          vErrors.push(err62);
        }
        errors++;
      }
    }
    if (data.timeMs !== undefined) {
      if (
        !validate84(data.timeMs, {
          instancePath: instancePath + '/timeMs',
          parentData: data,
          parentDataProperty: 'timeMs',
          rootData,
        })
      ) {
        vErrors = joinErrors(vErrors, validate84.errors);
        errors = vErrors.length;
      }
    }
    if (data.bodyBytes !== undefined) {
      if (
        !validate84(data.bodyBytes, {
          instancePath: instancePath + '/bodyBytes',
          parentData: data,
          parentDataProperty: 'bodyBytes',
          rootData,
        })
      ) {
        vErrors = joinErrors(vErrors, validate84.errors);
        errors = vErrors.length;
      }
    }
    if (data.matches !== undefined) {
      let data13 = data.matches;
      if (typeof data13 === 'string') {
        if (func3(data13) > 1000) {
          const err63 = {
            instancePath: instancePath + '/matches',
            schemaPath: 'SuiteFileRegex/maxLength',
            keyword: 'maxLength',
            params: { limit: 1000 },
            schema: 1000,
            parentSchema: schema170,
            data: data13,
          };
          if (vErrors === null) {
            vErrors = [err63];
          } else {
            vErrors.push(err63);
          }
          errors++;
        }
        if (func3(data13) < 1) {
          const err64 = {
            instancePath: instancePath + '/matches',
            schemaPath: 'SuiteFileRegex/minLength',
            keyword: 'minLength',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema170,
            data: data13,
          };
          if (vErrors === null) {
            vErrors = [err64];
          } else {
            vErrors.push(err64);
          }
          errors++;
        }
      } else {
        const err65 = {
          instancePath: instancePath + '/matches',
          schemaPath: 'SuiteFileRegex/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema170.type,
          parentSchema: schema170,
          data: data13,
        };
        if (vErrors === null) {
          vErrors = [err65];
        } else {
          vErrors.push(err65);
        }
        errors++;
      }
    }
    if (data.in !== undefined) {
      let data14 = data.in;
      if (Array.isArray(data14)) {
        if (data14.length > 1000) {
          const err66 = {
            instancePath: instancePath + '/in',
            schemaPath: 'SuiteFileIn/maxItems',
            keyword: 'maxItems',
            params: { limit: 1000 },
            schema: 1000,
            parentSchema: schema171,
            data: data14,
          };
          if (vErrors === null) {
            vErrors = [err66];
          } else {
            vErrors.push(err66);
          }
          errors++;
        }
        if (data14.length < 1) {
          const err67 = {
            instancePath: instancePath + '/in',
            schemaPath: 'SuiteFileIn/minItems',
            keyword: 'minItems',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema171,
            data: data14,
          };
          if (vErrors === null) {
            vErrors = [err67];
          } else {
            vErrors.push(err67);
          }
          errors++;
        }
      } else {
        const err68 = {
          instancePath: instancePath + '/in',
          schemaPath: 'SuiteFileIn/type',
          keyword: 'type',
          params: { type: 'array' },
          schema: schema171.type,
          parentSchema: schema171,
          data: data14,
        };
        if (vErrors === null) {
          vErrors = [err68];
        } else {
          vErrors.push(err68);
        }
        errors++;
      }
    }
    if (data.exists !== undefined) {
      let data15 = data.exists;
      if (typeof data15 !== 'boolean') {
        const err69 = {
          instancePath: instancePath + '/exists',
          schemaPath: 'SuiteFileExists/type',
          keyword: 'type',
          params: { type: 'boolean' },
          schema: schema172.type,
          parentSchema: schema172,
          data: data15,
        };
        if (vErrors === null) {
          vErrors = [err69];
        } else {
          vErrors.push(err69);
        }
        errors++;
      }
    }
    if (data.type !== undefined) {
      let data16 = data.type;
      if (!(
        data16 === 'null' ||
        data16 === 'boolean' ||
        data16 === 'integer' ||
        data16 === 'number' ||
        data16 === 'string' ||
        data16 === 'array' ||
        data16 === 'object'
      )) {
        const err70 = {
          instancePath: instancePath + '/type',
          schemaPath: 'SuiteFileType/enum',
          keyword: 'enum',
          params: { allowedValues: schema173.enum },
          schema: schema173.enum,
          parentSchema: schema173,
          data: data16,
        };
        if (vErrors === null) {
          vErrors = [err70];
        } else {
          vErrors.push(err70);
        }
        errors++;
      }
    }
    if (data.length !== undefined) {
      let data17 = data.length;
      if (
        !(typeof data17 == 'number' && !(data17 % 1) && !isNaN(data17) && isFinite(data17)) &&
        typeof data17 !== 'string'
      ) {
        const err71 = {
          instancePath: instancePath + '/length',
          schemaPath: 'SuiteFileLength/type',
          keyword: 'type',
          params: { type: schema174.type },
          schema: schema174.type,
          parentSchema: schema174,
          data: data17,
        };
        if (vErrors === null) {
          vErrors = [err71];
        } else {
          vErrors.push(err71);
        }
        errors++;
      }
      if (typeof data17 == 'number' && isFinite(data17)) {
        if (data17 < 0 || isNaN(data17)) {
          const err72 = {
            instancePath: instancePath + '/length',
            schemaPath: 'SuiteFileLength/minimum',
            keyword: 'minimum',
            params: { comparison: '>=', limit: 0 },
            schema: 0,
            parentSchema: schema174,
            data: data17,
          };
          if (vErrors === null) {
            vErrors = [err72];
          } else {
            vErrors.push(err72);
          }
          errors++;
        }
      }
      if (typeof data17 === 'string') {
        if (!pattern61.test(data17)) {
          const err73 = {
            instancePath: instancePath + '/length',
            schemaPath: 'SuiteFileLength/pattern',
            keyword: 'pattern',
            params: { pattern: '^\\{\\{.*\\}\\}$' },
            schema: '^\\{\\{.*\\}\\}$',
            parentSchema: schema174,
            data: data17,
          };
          if (vErrors === null) {
            vErrors = [err73];
          } else {
            vErrors.push(err73);
          }
          errors++;
        }
      }
    }
    if (data['<'] !== undefined) {
      let data18 = data['<'];
      if (!(typeof data18 == 'number' && isFinite(data18)) && typeof data18 !== 'string') {
        const err74 = {
          instancePath: instancePath + '/<',
          schemaPath: 'SuiteFileBound/type',
          keyword: 'type',
          params: { type: schema175.type },
          schema: schema175.type,
          parentSchema: schema175,
          data: data18,
        };
        if (vErrors === null) {
          vErrors = [err74];
        } else {
          vErrors.push(err74);
        }
        errors++;
      }
    }
    if (data['<='] !== undefined) {
      let data19 = data['<='];
      if (!(typeof data19 == 'number' && isFinite(data19)) && typeof data19 !== 'string') {
        const err75 = {
          instancePath: instancePath + '/<=',
          schemaPath: 'SuiteFileBound/type',
          keyword: 'type',
          params: { type: schema175.type },
          schema: schema175.type,
          parentSchema: schema175,
          data: data19,
        };
        if (vErrors === null) {
          vErrors = [err75];
        } else {
          vErrors.push(err75);
        }
        errors++;
      }
    }
    if (data['>'] !== undefined) {
      let data20 = data['>'];
      if (!(typeof data20 == 'number' && isFinite(data20)) && typeof data20 !== 'string') {
        const err76 = {
          instancePath: instancePath + '/>',
          schemaPath: 'SuiteFileBound/type',
          keyword: 'type',
          params: { type: schema175.type },
          schema: schema175.type,
          parentSchema: schema175,
          data: data20,
        };
        if (vErrors === null) {
          vErrors = [err76];
        } else {
          vErrors.push(err76);
        }
        errors++;
      }
    }
    if (data['>='] !== undefined) {
      let data21 = data['>='];
      if (!(typeof data21 == 'number' && isFinite(data21)) && typeof data21 !== 'string') {
        const err77 = {
          instancePath: instancePath + '/>=',
          schemaPath: 'SuiteFileBound/type',
          keyword: 'type',
          params: { type: schema175.type },
          schema: schema175.type,
          parentSchema: schema175,
          data: data21,
        };
        if (vErrors === null) {
          vErrors = [err77];
        } else {
          vErrors.push(err77);
        }
        errors++;
      }
    }
    if (data.sorted !== undefined) {
      let data22 = data.sorted;
      if (typeof data22 !== 'string' && !(data22 && typeof data22 == 'object' && !Array.isArray(data22))) {
        const err78 = {
          instancePath: instancePath + '/sorted',
          schemaPath: 'SuiteFileSorted/type',
          keyword: 'type',
          params: { type: schema179.type },
          schema: schema179.type,
          parentSchema: schema179,
          data: data22,
        };
        if (vErrors === null) {
          vErrors = [err78];
        } else {
          vErrors.push(err78);
        }
        errors++;
      }
      const _errs102 = errors;
      let valid36 = true;
      const _errs103 = errors;
      if (!(data22 && typeof data22 == 'object' && !Array.isArray(data22))) {
        const err79 = {};
        if (vErrors === null) {
          vErrors = [err79];
        } else {
          vErrors.push(err79);
        }
        errors++;
      }
      var _valid10 = _errs103 === errors;
      errors = _errs102;
      if (vErrors !== null) {
        if (_errs102) {
          vErrors.length = _errs102;
        } else {
          vErrors = null;
        }
      }
      let ifClause1;
      if (_valid10) {
        const _errs105 = errors;
        if (data22 && typeof data22 == 'object' && !Array.isArray(data22)) {
          if (data22.by === undefined) {
            const err80 = {
              instancePath: instancePath + '/sorted',
              schemaPath: 'SuiteFileSorted/then/required',
              keyword: 'required',
              params: { missingProperty: 'by' },
              schema: schema179.then.required,
              parentSchema: schema179.then,
              data: data22,
            };
            if (vErrors === null) {
              vErrors = [err80];
            } else {
              vErrors.push(err80);
            }
            errors++;
          }
          for (const key5 in data22) {
            if (!(key5 === 'by' || key5 === 'order')) {
              const err81 = {
                instancePath: instancePath + '/sorted',
                schemaPath: 'SuiteFileSorted/then/additionalProperties',
                keyword: 'additionalProperties',
                params: { additionalProperty: key5 },
                schema: false,
                parentSchema: schema179.then,
                data: data22,
              };
              if (vErrors === null) {
                vErrors = [err81];
              } else {
                vErrors.push(err81);
              }
              errors++;
            }
          }
          if (data22.by !== undefined) {
            let data23 = data22.by;
            if (typeof data23 === 'string') {
              if (func3(data23) > 1000) {
                const err82 = {
                  instancePath: instancePath + '/sorted/by',
                  schemaPath: 'SuiteFileSorted/then/properties/by/maxLength',
                  keyword: 'maxLength',
                  params: { limit: 1000 },
                  schema: 1000,
                  parentSchema: schema179.then.properties.by,
                  data: data23,
                };
                if (vErrors === null) {
                  vErrors = [err82];
                } else {
                  vErrors.push(err82);
                }
                errors++;
              }
              if (func3(data23) < 1) {
                const err83 = {
                  instancePath: instancePath + '/sorted/by',
                  schemaPath: 'SuiteFileSorted/then/properties/by/minLength',
                  keyword: 'minLength',
                  params: { limit: 1 },
                  schema: 1,
                  parentSchema: schema179.then.properties.by,
                  data: data23,
                };
                if (vErrors === null) {
                  vErrors = [err83];
                } else {
                  vErrors.push(err83);
                }
                errors++;
              }
            } else {
              const err84 = {
                instancePath: instancePath + '/sorted/by',
                schemaPath: 'SuiteFileSorted/then/properties/by/type',
                keyword: 'type',
                params: { type: 'string' },
                schema: schema179.then.properties.by.type,
                parentSchema: schema179.then.properties.by,
                data: data23,
              };
              if (vErrors === null) {
                vErrors = [err84];
              } else {
                vErrors.push(err84);
              }
              errors++;
            }
          }
          if (data22.order !== undefined) {
            let data24 = data22.order;
            if (!(data24 === 'ascending' || data24 === 'descending')) {
              const err85 = {
                instancePath: instancePath + '/sorted/order',
                schemaPath: 'SuiteFileSorted/then/properties/order/enum',
                keyword: 'enum',
                params: { allowedValues: schema179.then.properties.order.enum },
                schema: schema179.then.properties.order.enum,
                parentSchema: schema179.then.properties.order,
                data: data24,
              };
              if (vErrors === null) {
                vErrors = [err85];
              } else {
                vErrors.push(err85);
              }
              errors++;
            }
          }
        }
        var _valid10 = _errs105 === errors;
        valid36 = _valid10;
        ifClause1 = 'then';
      } else {
        const _errs110 = errors;
        if (!(data22 === 'ascending' || data22 === 'descending')) {
          const err86 = {
            instancePath: instancePath + '/sorted',
            schemaPath: 'SuiteFileSorted/else/enum',
            keyword: 'enum',
            params: { allowedValues: schema179.else.enum },
            schema: schema179.else.enum,
            parentSchema: schema179.else,
            data: data22,
          };
          if (vErrors === null) {
            vErrors = [err86];
          } else {
            vErrors.push(err86);
          }
          errors++;
        }
        var _valid10 = _errs110 === errors;
        valid36 = _valid10;
        ifClause1 = 'else';
      }
      if (!valid36) {
        const err87 = {
          instancePath: instancePath + '/sorted',
          schemaPath: 'SuiteFileSorted/if',
          keyword: 'if',
          params: { failingKeyword: ifClause1 },
          schema: schema179.if,
          parentSchema: schema179,
          data: data22,
        };
        if (vErrors === null) {
          vErrors = [err87];
        } else {
          vErrors.push(err87);
        }
        errors++;
      }
    }
    if (data.unique !== undefined) {
      let data25 = data.unique;
      if (typeof data25 !== 'boolean' && typeof data25 !== 'string') {
        const err88 = {
          instancePath: instancePath + '/unique',
          schemaPath: 'SuiteFileUnique/type',
          keyword: 'type',
          params: { type: schema180.type },
          schema: schema180.type,
          parentSchema: schema180,
          data: data25,
        };
        if (vErrors === null) {
          vErrors = [err88];
        } else {
          vErrors.push(err88);
        }
        errors++;
      }
      if (typeof data25 === 'string') {
        if (func3(data25) > 1000) {
          const err89 = {
            instancePath: instancePath + '/unique',
            schemaPath: 'SuiteFileUnique/maxLength',
            keyword: 'maxLength',
            params: { limit: 1000 },
            schema: 1000,
            parentSchema: schema180,
            data: data25,
          };
          if (vErrors === null) {
            vErrors = [err89];
          } else {
            vErrors.push(err89);
          }
          errors++;
        }
        if (func3(data25) < 1) {
          const err90 = {
            instancePath: instancePath + '/unique',
            schemaPath: 'SuiteFileUnique/minLength',
            keyword: 'minLength',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema180,
            data: data25,
          };
          if (vErrors === null) {
            vErrors = [err90];
          } else {
            vErrors.push(err90);
          }
          errors++;
        }
      }
    }
    if (data.olderThan !== undefined) {
      let data27 = data.olderThan;
      if (typeof data27 === 'string') {
        if (func3(data27) > 100) {
          const err91 = {
            instancePath: instancePath + '/olderThan',
            schemaPath: 'SuiteFileDuration/maxLength',
            keyword: 'maxLength',
            params: { limit: 100 },
            schema: 100,
            parentSchema: schema182,
            data: data27,
          };
          if (vErrors === null) {
            vErrors = [err91];
          } else {
            vErrors.push(err91);
          }
          errors++;
        }
        if (func3(data27) < 1) {
          const err92 = {
            instancePath: instancePath + '/olderThan',
            schemaPath: 'SuiteFileDuration/minLength',
            keyword: 'minLength',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema182,
            data: data27,
          };
          if (vErrors === null) {
            vErrors = [err92];
          } else {
            vErrors.push(err92);
          }
          errors++;
        }
      } else {
        const err93 = {
          instancePath: instancePath + '/olderThan',
          schemaPath: 'SuiteFileDuration/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema182.type,
          parentSchema: schema182,
          data: data27,
        };
        if (vErrors === null) {
          vErrors = [err93];
        } else {
          vErrors.push(err93);
        }
        errors++;
      }
    }
    if (data.newerThan !== undefined) {
      let data28 = data.newerThan;
      if (typeof data28 === 'string') {
        if (func3(data28) > 100) {
          const err94 = {
            instancePath: instancePath + '/newerThan',
            schemaPath: 'SuiteFileDuration/maxLength',
            keyword: 'maxLength',
            params: { limit: 100 },
            schema: 100,
            parentSchema: schema182,
            data: data28,
          };
          if (vErrors === null) {
            vErrors = [err94];
          } else {
            vErrors.push(err94);
          }
          errors++;
        }
        if (func3(data28) < 1) {
          const err95 = {
            instancePath: instancePath + '/newerThan',
            schemaPath: 'SuiteFileDuration/minLength',
            keyword: 'minLength',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema182,
            data: data28,
          };
          if (vErrors === null) {
            vErrors = [err95];
          } else {
            vErrors.push(err95);
          }
          errors++;
        }
      } else {
        const err96 = {
          instancePath: instancePath + '/newerThan',
          schemaPath: 'SuiteFileDuration/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema182.type,
          parentSchema: schema182,
          data: data28,
        };
        if (vErrors === null) {
          vErrors = [err96];
        } else {
          vErrors.push(err96);
        }
        errors++;
      }
    }
    if (data.every !== undefined) {
      if (
        !validate85(data.every, {
          instancePath: instancePath + '/every',
          parentData: data,
          parentDataProperty: 'every',
          rootData,
        })
      ) {
        vErrors = joinErrors(vErrors, validate85.errors);
        errors = vErrors.length;
      }
    }
    if (data.some !== undefined) {
      if (
        !validate85(data.some, {
          instancePath: instancePath + '/some',
          parentData: data,
          parentDataProperty: 'some',
          rootData,
        })
      ) {
        vErrors = joinErrors(vErrors, validate85.errors);
        errors = vErrors.length;
      }
    }
    if (data.warn !== undefined) {
      let data31 = data.warn;
      if (typeof data31 !== 'boolean') {
        const err97 = {
          instancePath: instancePath + '/warn',
          schemaPath: '#/properties/warn/type',
          keyword: 'type',
          params: { type: 'boolean' },
          schema: schema161.properties.warn.type,
          parentSchema: schema161.properties.warn,
          data: data31,
        };
        if (vErrors === null) {
          vErrors = [err97];
        } else {
          vErrors.push(err97);
        }
        errors++;
      }
    }
  } else {
    const err98 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      schema: schema161.type,
      parentSchema: schema161,
      data,
    };
    if (vErrors === null) {
      vErrors = [err98];
    } else {
      vErrors.push(err98);
    }
    errors++;
  }
  validate83.errors = vErrors;
  return errors === 0;
}

function validate82(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="SuiteFileReceive" */ let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.webhook === undefined) {
      const err0 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'webhook' },
        schema: schema159.required,
        parentSchema: schema159,
        data,
      };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === 'webhook' || key0 === 'count' || key0 === 'deadlineMs' || key0 === 'where')) {
        const err1 = {
          instancePath,
          schemaPath: '#/additionalProperties',
          keyword: 'additionalProperties',
          params: { additionalProperty: key0 },
          schema: false,
          parentSchema: schema159,
          data,
        };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.webhook !== undefined) {
      let data0 = data.webhook;
      if (typeof data0 === 'string') {
        if (!pattern54.test(data0)) {
          const err2 = {
            instancePath: instancePath + '/webhook',
            schemaPath: 'SuiteFileFieldName/pattern',
            keyword: 'pattern',
            params: { pattern: '^[A-Za-z_][A-Za-z0-9_-]{0,99}$' },
            schema: '^[A-Za-z_][A-Za-z0-9_-]{0,99}$',
            parentSchema: schema96,
            data: data0,
          };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      } else {
        const err3 = {
          instancePath: instancePath + '/webhook',
          schemaPath: 'SuiteFileFieldName/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema96.type,
          parentSchema: schema96,
          data: data0,
        };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.count !== undefined) {
      let data1 = data.count;
      if (!(typeof data1 == 'number' && !(data1 % 1) && !isNaN(data1) && isFinite(data1))) {
        const err4 = {
          instancePath: instancePath + '/count',
          schemaPath: '#/properties/count/type',
          keyword: 'type',
          params: { type: 'integer' },
          schema: schema159.properties.count.type,
          parentSchema: schema159.properties.count,
          data: data1,
        };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
      if (typeof data1 == 'number' && isFinite(data1)) {
        if (data1 > 1000 || isNaN(data1)) {
          const err5 = {
            instancePath: instancePath + '/count',
            schemaPath: '#/properties/count/maximum',
            keyword: 'maximum',
            params: { comparison: '<=', limit: 1000 },
            schema: 1000,
            parentSchema: schema159.properties.count,
            data: data1,
          };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
        if (data1 < 0 || isNaN(data1)) {
          const err6 = {
            instancePath: instancePath + '/count',
            schemaPath: '#/properties/count/minimum',
            keyword: 'minimum',
            params: { comparison: '>=', limit: 0 },
            schema: 0,
            parentSchema: schema159.properties.count,
            data: data1,
          };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      }
    }
    if (data.deadlineMs !== undefined) {
      let data2 = data.deadlineMs;
      if (!(typeof data2 == 'number' && !(data2 % 1) && !isNaN(data2) && isFinite(data2))) {
        const err7 = {
          instancePath: instancePath + '/deadlineMs',
          schemaPath: '#/properties/deadlineMs/type',
          keyword: 'type',
          params: { type: 'integer' },
          schema: schema159.properties.deadlineMs.type,
          parentSchema: schema159.properties.deadlineMs,
          data: data2,
        };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
      if (typeof data2 == 'number' && isFinite(data2)) {
        if (data2 > 3600000 || isNaN(data2)) {
          const err8 = {
            instancePath: instancePath + '/deadlineMs',
            schemaPath: '#/properties/deadlineMs/maximum',
            keyword: 'maximum',
            params: { comparison: '<=', limit: 3600000 },
            schema: 3600000,
            parentSchema: schema159.properties.deadlineMs,
            data: data2,
          };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
        if (data2 < 1 || isNaN(data2)) {
          const err9 = {
            instancePath: instancePath + '/deadlineMs',
            schemaPath: '#/properties/deadlineMs/minimum',
            keyword: 'minimum',
            params: { comparison: '>=', limit: 1 },
            schema: 1,
            parentSchema: schema159.properties.deadlineMs,
            data: data2,
          };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
      }
    }
    if (data.where !== undefined) {
      let data3 = data.where;
      if (Array.isArray(data3)) {
        if (data3.length > 50) {
          const err10 = {
            instancePath: instancePath + '/where',
            schemaPath: '#/properties/where/maxItems',
            keyword: 'maxItems',
            params: { limit: 50 },
            schema: 50,
            parentSchema: schema159.properties.where,
            data: data3,
          };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
        if (data3.length < 1) {
          const err11 = {
            instancePath: instancePath + '/where',
            schemaPath: '#/properties/where/minItems',
            keyword: 'minItems',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema159.properties.where,
            data: data3,
          };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
        const len0 = data3.length;
        for (let i0 = 0; i0 < len0; i0++) {
          if (
            !validate83(data3[i0], {
              instancePath: instancePath + '/where/' + i0,
              parentData: data3,
              parentDataProperty: i0,
              rootData,
            })
          ) {
            vErrors = joinErrors(vErrors, validate83.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err12 = {
          instancePath: instancePath + '/where',
          schemaPath: '#/properties/where/type',
          keyword: 'type',
          params: { type: 'array' },
          schema: schema159.properties.where.type,
          parentSchema: schema159.properties.where,
          data: data3,
        };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
  } else {
    const err13 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      schema: schema159.type,
      parentSchema: schema159,
      data,
    };
    if (vErrors === null) {
      vErrors = [err13];
    } else {
      vErrors.push(err13);
    }
    errors++;
  }
  validate82.errors = vErrors;
  return errors === 0;
}

const schema240 = {
  type: 'object',
  additionalProperties: false,
  required: ['queue'],
  properties: {
    queue: { type: 'string', maxLength: 2048, minLength: 1 },
    count: { type: 'integer', minimum: 0, maximum: 1000 },
    deadlineMs: { type: 'integer', minimum: 1, maximum: 3600000 },
    where: { type: 'array', minItems: 1, maxItems: 50, items: { $ref: 'SuiteFileCheck' } },
  },
  $id: 'SuiteFileConsume',
};

function validate97(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="SuiteFileConsume" */ let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.queue === undefined) {
      const err0 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'queue' },
        schema: schema240.required,
        parentSchema: schema240,
        data,
      };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === 'queue' || key0 === 'count' || key0 === 'deadlineMs' || key0 === 'where')) {
        const err1 = {
          instancePath,
          schemaPath: '#/additionalProperties',
          keyword: 'additionalProperties',
          params: { additionalProperty: key0 },
          schema: false,
          parentSchema: schema240,
          data,
        };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.queue !== undefined) {
      let data0 = data.queue;
      if (typeof data0 === 'string') {
        if (func3(data0) > 2048) {
          const err2 = {
            instancePath: instancePath + '/queue',
            schemaPath: '#/properties/queue/maxLength',
            keyword: 'maxLength',
            params: { limit: 2048 },
            schema: 2048,
            parentSchema: schema240.properties.queue,
            data: data0,
          };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
        if (func3(data0) < 1) {
          const err3 = {
            instancePath: instancePath + '/queue',
            schemaPath: '#/properties/queue/minLength',
            keyword: 'minLength',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema240.properties.queue,
            data: data0,
          };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      } else {
        const err4 = {
          instancePath: instancePath + '/queue',
          schemaPath: '#/properties/queue/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema240.properties.queue.type,
          parentSchema: schema240.properties.queue,
          data: data0,
        };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.count !== undefined) {
      let data1 = data.count;
      if (!(typeof data1 == 'number' && !(data1 % 1) && !isNaN(data1) && isFinite(data1))) {
        const err5 = {
          instancePath: instancePath + '/count',
          schemaPath: '#/properties/count/type',
          keyword: 'type',
          params: { type: 'integer' },
          schema: schema240.properties.count.type,
          parentSchema: schema240.properties.count,
          data: data1,
        };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
      if (typeof data1 == 'number' && isFinite(data1)) {
        if (data1 > 1000 || isNaN(data1)) {
          const err6 = {
            instancePath: instancePath + '/count',
            schemaPath: '#/properties/count/maximum',
            keyword: 'maximum',
            params: { comparison: '<=', limit: 1000 },
            schema: 1000,
            parentSchema: schema240.properties.count,
            data: data1,
          };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
        if (data1 < 0 || isNaN(data1)) {
          const err7 = {
            instancePath: instancePath + '/count',
            schemaPath: '#/properties/count/minimum',
            keyword: 'minimum',
            params: { comparison: '>=', limit: 0 },
            schema: 0,
            parentSchema: schema240.properties.count,
            data: data1,
          };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      }
    }
    if (data.deadlineMs !== undefined) {
      let data2 = data.deadlineMs;
      if (!(typeof data2 == 'number' && !(data2 % 1) && !isNaN(data2) && isFinite(data2))) {
        const err8 = {
          instancePath: instancePath + '/deadlineMs',
          schemaPath: '#/properties/deadlineMs/type',
          keyword: 'type',
          params: { type: 'integer' },
          schema: schema240.properties.deadlineMs.type,
          parentSchema: schema240.properties.deadlineMs,
          data: data2,
        };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
      if (typeof data2 == 'number' && isFinite(data2)) {
        if (data2 > 3600000 || isNaN(data2)) {
          const err9 = {
            instancePath: instancePath + '/deadlineMs',
            schemaPath: '#/properties/deadlineMs/maximum',
            keyword: 'maximum',
            params: { comparison: '<=', limit: 3600000 },
            schema: 3600000,
            parentSchema: schema240.properties.deadlineMs,
            data: data2,
          };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
        if (data2 < 1 || isNaN(data2)) {
          const err10 = {
            instancePath: instancePath + '/deadlineMs',
            schemaPath: '#/properties/deadlineMs/minimum',
            keyword: 'minimum',
            params: { comparison: '>=', limit: 1 },
            schema: 1,
            parentSchema: schema240.properties.deadlineMs,
            data: data2,
          };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
      }
    }
    if (data.where !== undefined) {
      let data3 = data.where;
      if (Array.isArray(data3)) {
        if (data3.length > 50) {
          const err11 = {
            instancePath: instancePath + '/where',
            schemaPath: '#/properties/where/maxItems',
            keyword: 'maxItems',
            params: { limit: 50 },
            schema: 50,
            parentSchema: schema240.properties.where,
            data: data3,
          };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
        if (data3.length < 1) {
          const err12 = {
            instancePath: instancePath + '/where',
            schemaPath: '#/properties/where/minItems',
            keyword: 'minItems',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema240.properties.where,
            data: data3,
          };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
        const len0 = data3.length;
        for (let i0 = 0; i0 < len0; i0++) {
          if (
            !validate83(data3[i0], {
              instancePath: instancePath + '/where/' + i0,
              parentData: data3,
              parentDataProperty: i0,
              rootData,
            })
          ) {
            vErrors = joinErrors(vErrors, validate83.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err13 = {
          instancePath: instancePath + '/where',
          schemaPath: '#/properties/where/type',
          keyword: 'type',
          params: { type: 'array' },
          schema: schema240.properties.where.type,
          parentSchema: schema240.properties.where,
          data: data3,
        };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
  } else {
    const err14 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      schema: schema240.type,
      parentSchema: schema240,
      data,
    };
    if (vErrors === null) {
      vErrors = [err14];
    } else {
      vErrors.push(err14);
    }
    errors++;
  }
  validate97.errors = vErrors;
  return errors === 0;
}

const schema241 = {
  type: 'object',
  additionalProperties: false,
  required: ['until'],
  properties: {
    until: { type: 'array', minItems: 1, maxItems: 50, items: { $ref: 'SuiteFileCheck' } },
    everyMs: { type: 'integer', minimum: 10, maximum: 60000 },
    deadlineMs: { type: 'integer', minimum: 1, maximum: 3600000 },
  },
  $id: 'SuiteFilePoll',
};

function validate100(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="SuiteFilePoll" */ let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.until === undefined) {
      const err0 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'until' },
        schema: schema241.required,
        parentSchema: schema241,
        data,
      };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === 'until' || key0 === 'everyMs' || key0 === 'deadlineMs')) {
        const err1 = {
          instancePath,
          schemaPath: '#/additionalProperties',
          keyword: 'additionalProperties',
          params: { additionalProperty: key0 },
          schema: false,
          parentSchema: schema241,
          data,
        };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.until !== undefined) {
      let data0 = data.until;
      if (Array.isArray(data0)) {
        if (data0.length > 50) {
          const err2 = {
            instancePath: instancePath + '/until',
            schemaPath: '#/properties/until/maxItems',
            keyword: 'maxItems',
            params: { limit: 50 },
            schema: 50,
            parentSchema: schema241.properties.until,
            data: data0,
          };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
        if (data0.length < 1) {
          const err3 = {
            instancePath: instancePath + '/until',
            schemaPath: '#/properties/until/minItems',
            keyword: 'minItems',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema241.properties.until,
            data: data0,
          };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
        const len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          if (
            !validate83(data0[i0], {
              instancePath: instancePath + '/until/' + i0,
              parentData: data0,
              parentDataProperty: i0,
              rootData,
            })
          ) {
            vErrors = joinErrors(vErrors, validate83.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err4 = {
          instancePath: instancePath + '/until',
          schemaPath: '#/properties/until/type',
          keyword: 'type',
          params: { type: 'array' },
          schema: schema241.properties.until.type,
          parentSchema: schema241.properties.until,
          data: data0,
        };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.everyMs !== undefined) {
      let data2 = data.everyMs;
      if (!(typeof data2 == 'number' && !(data2 % 1) && !isNaN(data2) && isFinite(data2))) {
        const err5 = {
          instancePath: instancePath + '/everyMs',
          schemaPath: '#/properties/everyMs/type',
          keyword: 'type',
          params: { type: 'integer' },
          schema: schema241.properties.everyMs.type,
          parentSchema: schema241.properties.everyMs,
          data: data2,
        };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
      if (typeof data2 == 'number' && isFinite(data2)) {
        if (data2 > 60000 || isNaN(data2)) {
          const err6 = {
            instancePath: instancePath + '/everyMs',
            schemaPath: '#/properties/everyMs/maximum',
            keyword: 'maximum',
            params: { comparison: '<=', limit: 60000 },
            schema: 60000,
            parentSchema: schema241.properties.everyMs,
            data: data2,
          };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
        if (data2 < 10 || isNaN(data2)) {
          const err7 = {
            instancePath: instancePath + '/everyMs',
            schemaPath: '#/properties/everyMs/minimum',
            keyword: 'minimum',
            params: { comparison: '>=', limit: 10 },
            schema: 10,
            parentSchema: schema241.properties.everyMs,
            data: data2,
          };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      }
    }
    if (data.deadlineMs !== undefined) {
      let data3 = data.deadlineMs;
      if (!(typeof data3 == 'number' && !(data3 % 1) && !isNaN(data3) && isFinite(data3))) {
        const err8 = {
          instancePath: instancePath + '/deadlineMs',
          schemaPath: '#/properties/deadlineMs/type',
          keyword: 'type',
          params: { type: 'integer' },
          schema: schema241.properties.deadlineMs.type,
          parentSchema: schema241.properties.deadlineMs,
          data: data3,
        };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
      if (typeof data3 == 'number' && isFinite(data3)) {
        if (data3 > 3600000 || isNaN(data3)) {
          const err9 = {
            instancePath: instancePath + '/deadlineMs',
            schemaPath: '#/properties/deadlineMs/maximum',
            keyword: 'maximum',
            params: { comparison: '<=', limit: 3600000 },
            schema: 3600000,
            parentSchema: schema241.properties.deadlineMs,
            data: data3,
          };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
        if (data3 < 1 || isNaN(data3)) {
          const err10 = {
            instancePath: instancePath + '/deadlineMs',
            schemaPath: '#/properties/deadlineMs/minimum',
            keyword: 'minimum',
            params: { comparison: '>=', limit: 1 },
            schema: 1,
            parentSchema: schema241.properties.deadlineMs,
            data: data3,
          };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
      }
    }
  } else {
    const err11 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      schema: schema241.type,
      parentSchema: schema241,
      data,
    };
    if (vErrors === null) {
      vErrors = [err11];
    } else {
      vErrors.push(err11);
    }
    errors++;
  }
  validate100.errors = vErrors;
  return errors === 0;
}

const schema242 = {
  type: 'object',
  additionalProperties: false,
  required: ['request'],
  properties: {
    name: { $ref: 'SuiteFileLine' },
    request: { $ref: 'SuiteFileRequest' },
    checks: { $ref: 'SuiteFileChecks' },
    captures: { $ref: 'SuiteFileCaptures' },
  },
  $id: 'SuiteFileStep',
};
const schema244 = {
  type: 'array',
  minItems: 1,
  maxItems: 200,
  items: { $ref: 'SuiteFileCheck' },
  $id: 'SuiteFileChecks',
};

function validate105(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="SuiteFileChecks" */ let vErrors = null;
  let errors = 0;
  if (Array.isArray(data)) {
    if (data.length > 200) {
      const err0 = {
        instancePath,
        schemaPath: '#/maxItems',
        keyword: 'maxItems',
        params: { limit: 200 },
        schema: 200,
        parentSchema: schema244,
        data,
      };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.length < 1) {
      const err1 = {
        instancePath,
        schemaPath: '#/minItems',
        keyword: 'minItems',
        params: { limit: 1 },
        schema: 1,
        parentSchema: schema244,
        data,
      };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    const len0 = data.length;
    for (let i0 = 0; i0 < len0; i0++) {
      if (
        !validate83(data[i0], {
          instancePath: instancePath + '/' + i0,
          parentData: data,
          parentDataProperty: i0,
          rootData,
        })
      ) {
        vErrors = joinErrors(vErrors, validate83.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err2 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'array' },
      schema: schema244.type,
      parentSchema: schema244,
      data,
    };
    if (vErrors === null) {
      vErrors = [err2];
    } else {
      vErrors.push(err2);
    }
    errors++;
  }
  validate105.errors = vErrors;
  return errors === 0;
}

const schema245 = {
  type: 'object',
  maxProperties: 100,
  propertyNames: { $ref: 'SuiteFileVariableName' },
  additionalProperties: { $ref: 'SuiteFileCapture' },
  $id: 'SuiteFileCaptures',
};
const schema247 = {
  type: 'object',
  additionalProperties: false,
  properties: {
    path: { $ref: 'SuiteFileJsonPath' },
    header: { type: 'string', pattern: "^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}$" },
    status: { const: true },
    regex: { $ref: 'SuiteFileRegex' },
    from: {
      type: ['string', 'object'],
      if: { type: 'object' },
      then: {
        additionalProperties: false,
        required: ['header'],
        properties: { header: { type: 'string', pattern: "^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}$" } },
      },
      else: { const: 'body' },
    },
    group: { type: 'integer', minimum: 0, maximum: 99 },
  },
  oneOf: [{ required: ['path'] }, { required: ['header'] }, { required: ['status'] }, { required: ['regex'] }],
  dependentRequired: { from: ['regex'], group: ['regex'] },
  $id: 'SuiteFileCapture',
};

function validate109(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="SuiteFileCapture" */ let vErrors = null;
  let errors = 0;
  const _errs1 = errors;
  let valid0 = false;
  let passing0 = null;
  const _errs2 = errors;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.path === undefined) {
      const err0 = {
        instancePath,
        schemaPath: '#/oneOf/0/required',
        keyword: 'required',
        params: { missingProperty: 'path' },
        schema: schema247.oneOf[0].required,
        parentSchema: schema247.oneOf[0],
        data,
      };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  }
  var _valid0 = _errs2 === errors;
  if (_valid0) {
    valid0 = true;
    passing0 = 0;
  }
  const _errs3 = errors;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.header === undefined) {
      const err1 = {
        instancePath,
        schemaPath: '#/oneOf/1/required',
        keyword: 'required',
        params: { missingProperty: 'header' },
        schema: schema247.oneOf[1].required,
        parentSchema: schema247.oneOf[1],
        data,
      };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
  }
  var _valid0 = _errs3 === errors;
  if (_valid0 && valid0) {
    valid0 = false;
    passing0 = [passing0, 1];
  } else {
    if (_valid0) {
      valid0 = true;
      passing0 = 1;
    }
    const _errs4 = errors;
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      if (data.status === undefined) {
        const err2 = {
          instancePath,
          schemaPath: '#/oneOf/2/required',
          keyword: 'required',
          params: { missingProperty: 'status' },
          schema: schema247.oneOf[2].required,
          parentSchema: schema247.oneOf[2],
          data,
        };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    var _valid0 = _errs4 === errors;
    if (_valid0 && valid0) {
      valid0 = false;
      passing0 = [passing0, 2];
    } else {
      if (_valid0) {
        valid0 = true;
        passing0 = 2;
      }
      const _errs5 = errors;
      if (data && typeof data == 'object' && !Array.isArray(data)) {
        if (data.regex === undefined) {
          const err3 = {
            instancePath,
            schemaPath: '#/oneOf/3/required',
            keyword: 'required',
            params: { missingProperty: 'regex' },
            schema: schema247.oneOf[3].required,
            parentSchema: schema247.oneOf[3],
            data,
          };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      }
      var _valid0 = _errs5 === errors;
      if (_valid0 && valid0) {
        valid0 = false;
        passing0 = [passing0, 3];
      } else {
        if (_valid0) {
          valid0 = true;
          passing0 = 3;
        }
      }
    }
  }
  if (!valid0) {
    const err4 = {
      instancePath,
      schemaPath: '#/oneOf',
      keyword: 'oneOf',
      params: { passingSchemas: passing0 },
      schema: schema247.oneOf,
      parentSchema: schema247,
      data,
    };
    if (vErrors === null) {
      vErrors = [err4];
    } else {
      vErrors.push(err4);
    }
    errors++;
  } else {
    errors = _errs1;
    if (vErrors !== null) {
      if (_errs1) {
        vErrors.length = _errs1;
      } else {
        vErrors = null;
      }
    }
  }
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(
        key0 === 'path' ||
        key0 === 'header' ||
        key0 === 'status' ||
        key0 === 'regex' ||
        key0 === 'from' ||
        key0 === 'group'
      )) {
        const err5 = {
          instancePath,
          schemaPath: '#/additionalProperties',
          keyword: 'additionalProperties',
          params: { additionalProperty: key0 },
          schema: false,
          parentSchema: schema247,
          data,
        };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.path !== undefined) {
      let data0 = data.path;
      if (typeof data0 === 'string') {
        if (func3(data0) > 1000) {
          const err6 = {
            instancePath: instancePath + '/path',
            schemaPath: 'SuiteFileJsonPath/maxLength',
            keyword: 'maxLength',
            params: { limit: 1000 },
            schema: 1000,
            parentSchema: schema164,
            data: data0,
          };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
        if (func3(data0) < 1) {
          const err7 = {
            instancePath: instancePath + '/path',
            schemaPath: 'SuiteFileJsonPath/minLength',
            keyword: 'minLength',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema164,
            data: data0,
          };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
        if (!pattern74.test(data0)) {
          const err8 = {
            instancePath: instancePath + '/path',
            schemaPath: 'SuiteFileJsonPath/pattern',
            keyword: 'pattern',
            params: { pattern: '^\\$' },
            schema: '^\\$',
            parentSchema: schema164,
            data: data0,
          };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      } else {
        const err9 = {
          instancePath: instancePath + '/path',
          schemaPath: 'SuiteFileJsonPath/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema164.type,
          parentSchema: schema164,
          data: data0,
        };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.header !== undefined) {
      let data1 = data.header;
      if (typeof data1 === 'string') {
        if (!pattern58.test(data1)) {
          const err10 = {
            instancePath: instancePath + '/header',
            schemaPath: '#/properties/header/pattern',
            keyword: 'pattern',
            params: { pattern: "^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}$" },
            schema: "^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}$",
            parentSchema: schema247.properties.header,
            data: data1,
          };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
      } else {
        const err11 = {
          instancePath: instancePath + '/header',
          schemaPath: '#/properties/header/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema247.properties.header.type,
          parentSchema: schema247.properties.header,
          data: data1,
        };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.status !== undefined) {
      let data2 = data.status;
      if (true !== data2) {
        const err12 = {
          instancePath: instancePath + '/status',
          schemaPath: '#/properties/status/const',
          keyword: 'const',
          params: { allowedValue: true },
          schema: true,
          parentSchema: schema247.properties.status,
          data: data2,
        };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.regex !== undefined) {
      let data3 = data.regex;
      if (typeof data3 === 'string') {
        if (func3(data3) > 1000) {
          const err13 = {
            instancePath: instancePath + '/regex',
            schemaPath: 'SuiteFileRegex/maxLength',
            keyword: 'maxLength',
            params: { limit: 1000 },
            schema: 1000,
            parentSchema: schema170,
            data: data3,
          };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
        if (func3(data3) < 1) {
          const err14 = {
            instancePath: instancePath + '/regex',
            schemaPath: 'SuiteFileRegex/minLength',
            keyword: 'minLength',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema170,
            data: data3,
          };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
      } else {
        const err15 = {
          instancePath: instancePath + '/regex',
          schemaPath: 'SuiteFileRegex/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema170.type,
          parentSchema: schema170,
          data: data3,
        };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
    }
    if (data.from !== undefined) {
      let data4 = data.from;
      if (typeof data4 !== 'string' && !(data4 && typeof data4 == 'object' && !Array.isArray(data4))) {
        const err16 = {
          instancePath: instancePath + '/from',
          schemaPath: '#/properties/from/type',
          keyword: 'type',
          params: { type: schema247.properties.from.type },
          schema: schema247.properties.from.type,
          parentSchema: schema247.properties.from,
          data: data4,
        };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
      const _errs18 = errors;
      let valid4 = true;
      const _errs19 = errors;
      if (!(data4 && typeof data4 == 'object' && !Array.isArray(data4))) {
        const err17 = {};
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
      var _valid1 = _errs19 === errors;
      errors = _errs18;
      if (vErrors !== null) {
        if (_errs18) {
          vErrors.length = _errs18;
        } else {
          vErrors = null;
        }
      }
      let ifClause0;
      if (_valid1) {
        const _errs21 = errors;
        if (data4 && typeof data4 == 'object' && !Array.isArray(data4)) {
          if (data4.header === undefined) {
            const err18 = {
              instancePath: instancePath + '/from',
              schemaPath: '#/properties/from/then/required',
              keyword: 'required',
              params: { missingProperty: 'header' },
              schema: schema247.properties.from.then.required,
              parentSchema: schema247.properties.from.then,
              data: data4,
            };
            if (vErrors === null) {
              vErrors = [err18];
            } else {
              vErrors.push(err18);
            }
            errors++;
          }
          for (const key1 in data4) {
            if (!(key1 === 'header')) {
              const err19 = {
                instancePath: instancePath + '/from',
                schemaPath: '#/properties/from/then/additionalProperties',
                keyword: 'additionalProperties',
                params: { additionalProperty: key1 },
                schema: false,
                parentSchema: schema247.properties.from.then,
                data: data4,
              };
              if (vErrors === null) {
                vErrors = [err19];
              } else {
                vErrors.push(err19);
              }
              errors++;
            }
          }
          if (data4.header !== undefined) {
            let data5 = data4.header;
            if (typeof data5 === 'string') {
              if (!pattern58.test(data5)) {
                const err20 = {
                  instancePath: instancePath + '/from/header',
                  schemaPath: '#/properties/from/then/properties/header/pattern',
                  keyword: 'pattern',
                  params: { pattern: "^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}$" },
                  schema: "^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}$",
                  parentSchema: schema247.properties.from.then.properties.header,
                  data: data5,
                };
                if (vErrors === null) {
                  vErrors = [err20];
                } else {
                  vErrors.push(err20);
                }
                errors++;
              }
            } else {
              const err21 = {
                instancePath: instancePath + '/from/header',
                schemaPath: '#/properties/from/then/properties/header/type',
                keyword: 'type',
                params: { type: 'string' },
                schema: schema247.properties.from.then.properties.header.type,
                parentSchema: schema247.properties.from.then.properties.header,
                data: data5,
              };
              if (vErrors === null) {
                vErrors = [err21];
              } else {
                vErrors.push(err21);
              }
              errors++;
            }
          }
        }
        var _valid1 = _errs21 === errors;
        valid4 = _valid1;
        ifClause0 = 'then';
      } else {
        const _errs25 = errors;
        if ('body' !== data4) {
          const err22 = {
            instancePath: instancePath + '/from',
            schemaPath: '#/properties/from/else/const',
            keyword: 'const',
            params: { allowedValue: 'body' },
            schema: 'body',
            parentSchema: schema247.properties.from.else,
            data: data4,
          };
          if (vErrors === null) {
            vErrors = [err22];
          } else {
            vErrors.push(err22);
          }
          errors++;
        }
        var _valid1 = _errs25 === errors;
        valid4 = _valid1;
        ifClause0 = 'else';
      }
      if (!valid4) {
        const err23 = {
          instancePath: instancePath + '/from',
          schemaPath: '#/properties/from/if',
          keyword: 'if',
          params: { failingKeyword: ifClause0 },
          schema: schema247.properties.from.if,
          parentSchema: schema247.properties.from,
          data: data4,
        };
        if (vErrors === null) {
          vErrors = [err23];
        } else {
          vErrors.push(err23);
        }
        errors++;
      }
    }
    if (data.group !== undefined) {
      let data6 = data.group;
      if (!(typeof data6 == 'number' && !(data6 % 1) && !isNaN(data6) && isFinite(data6))) {
        const err24 = {
          instancePath: instancePath + '/group',
          schemaPath: '#/properties/group/type',
          keyword: 'type',
          params: { type: 'integer' },
          schema: schema247.properties.group.type,
          parentSchema: schema247.properties.group,
          data: data6,
        };
        if (vErrors === null) {
          vErrors = [err24];
        } else {
          vErrors.push(err24);
        }
        errors++;
      }
      if (typeof data6 == 'number' && isFinite(data6)) {
        if (data6 > 99 || isNaN(data6)) {
          const err25 = {
            instancePath: instancePath + '/group',
            schemaPath: '#/properties/group/maximum',
            keyword: 'maximum',
            params: { comparison: '<=', limit: 99 },
            schema: 99,
            parentSchema: schema247.properties.group,
            data: data6,
          };
          if (vErrors === null) {
            vErrors = [err25];
          } else {
            vErrors.push(err25);
          }
          errors++;
        }
        if (data6 < 0 || isNaN(data6)) {
          const err26 = {
            instancePath: instancePath + '/group',
            schemaPath: '#/properties/group/minimum',
            keyword: 'minimum',
            params: { comparison: '>=', limit: 0 },
            schema: 0,
            parentSchema: schema247.properties.group,
            data: data6,
          };
          if (vErrors === null) {
            vErrors = [err26];
          } else {
            vErrors.push(err26);
          }
          errors++;
        }
      }
    }
    if (data.from !== undefined) {
      if (data.regex === undefined) {
        const err27 = {
          instancePath,
          schemaPath: '#/dependentRequired',
          keyword: 'dependentRequired',
          params: { property: 'from', missingProperty: 'regex', depsCount: 1, deps: 'regex' },
          schema: schema247.dependentRequired,
          parentSchema: schema247,
          data,
        };
        if (vErrors === null) {
          vErrors = [err27];
        } else {
          vErrors.push(err27);
        }
        errors++;
      }
    }
    if (data.group !== undefined) {
      if (data.regex === undefined) {
        const err28 = {
          instancePath,
          schemaPath: '#/dependentRequired',
          keyword: 'dependentRequired',
          params: { property: 'group', missingProperty: 'regex', depsCount: 1, deps: 'regex' },
          schema: schema247.dependentRequired,
          parentSchema: schema247,
          data,
        };
        if (vErrors === null) {
          vErrors = [err28];
        } else {
          vErrors.push(err28);
        }
        errors++;
      }
    }
  } else {
    const err29 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      schema: schema247.type,
      parentSchema: schema247,
      data,
    };
    if (vErrors === null) {
      vErrors = [err29];
    } else {
      vErrors.push(err29);
    }
    errors++;
  }
  validate109.errors = vErrors;
  return errors === 0;
}

function validate108(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="SuiteFileCaptures" */ let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (Object.keys(data).length > 100) {
      const err0 = {
        instancePath,
        schemaPath: '#/maxProperties',
        keyword: 'maxProperties',
        params: { limit: 100 },
        schema: 100,
        parentSchema: schema245,
        data,
      };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      const _errs1 = errors;
      if (typeof key0 === 'string') {
        if (!pattern52.test(key0)) {
          const err1 = {
            instancePath,
            schemaPath: 'SuiteFileVariableName/pattern',
            keyword: 'pattern',
            params: { pattern: '^(?!(?:run|row|persona|webhooks)$)[A-Za-z_][A-Za-z0-9_]{0,99}$' },
            schema: '^(?!(?:run|row|persona|webhooks)$)[A-Za-z_][A-Za-z0-9_]{0,99}$',
            parentSchema: schema94,
            data: key0,
            propertyName: key0,
          };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
      } else {
        const err2 = {
          instancePath,
          schemaPath: 'SuiteFileVariableName/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema94.type,
          parentSchema: schema94,
          data: key0,
          propertyName: key0,
        };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      var valid0 = _errs1 === errors;
      if (!valid0) {
        const err3 = {
          instancePath,
          schemaPath: '#/propertyNames',
          keyword: 'propertyNames',
          params: { propertyName: key0 },
          schema: schema245.propertyNames,
          parentSchema: schema245,
          data,
        };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    for (const key1 in data) {
      if (
        !validate109(data[key1], {
          instancePath: instancePath + '/' + key1.replace(/~/g, '~0').replace(/\//g, '~1'),
          parentData: data,
          parentDataProperty: key1,
          rootData,
        })
      ) {
        vErrors = joinErrors(vErrors, validate109.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err4 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      schema: schema245.type,
      parentSchema: schema245,
      data,
    };
    if (vErrors === null) {
      vErrors = [err4];
    } else {
      vErrors.push(err4);
    }
    errors++;
  }
  validate108.errors = vErrors;
  return errors === 0;
}

function validate103(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="SuiteFileStep" */ let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.request === undefined) {
      const err0 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'request' },
        schema: schema242.required,
        parentSchema: schema242,
        data,
      };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === 'name' || key0 === 'request' || key0 === 'checks' || key0 === 'captures')) {
        const err1 = {
          instancePath,
          schemaPath: '#/additionalProperties',
          keyword: 'additionalProperties',
          params: { additionalProperty: key0 },
          schema: false,
          parentSchema: schema242,
          data,
        };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.name !== undefined) {
      let data0 = data.name;
      if (typeof data0 === 'string') {
        if (func3(data0) > 300) {
          const err2 = {
            instancePath: instancePath + '/name',
            schemaPath: 'SuiteFileLine/maxLength',
            keyword: 'maxLength',
            params: { limit: 300 },
            schema: 300,
            parentSchema: schema88,
            data: data0,
          };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
        if (func3(data0) < 1) {
          const err3 = {
            instancePath: instancePath + '/name',
            schemaPath: 'SuiteFileLine/minLength',
            keyword: 'minLength',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema88,
            data: data0,
          };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
        if (!pattern48.test(data0)) {
          const err4 = {
            instancePath: instancePath + '/name',
            schemaPath: 'SuiteFileLine/pattern',
            keyword: 'pattern',
            params: { pattern: '^[^\\r\\n]*$' },
            schema: '^[^\\r\\n]*$',
            parentSchema: schema88,
            data: data0,
          };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = {
          instancePath: instancePath + '/name',
          schemaPath: 'SuiteFileLine/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema88.type,
          parentSchema: schema88,
          data: data0,
        };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.request !== undefined) {
      if (
        !validate74(data.request, {
          instancePath: instancePath + '/request',
          parentData: data,
          parentDataProperty: 'request',
          rootData,
        })
      ) {
        vErrors = joinErrors(vErrors, validate74.errors);
        errors = vErrors.length;
      }
    }
    if (data.checks !== undefined) {
      if (
        !validate105(data.checks, {
          instancePath: instancePath + '/checks',
          parentData: data,
          parentDataProperty: 'checks',
          rootData,
        })
      ) {
        vErrors = joinErrors(vErrors, validate105.errors);
        errors = vErrors.length;
      }
    }
    if (data.captures !== undefined) {
      if (
        !validate108(data.captures, {
          instancePath: instancePath + '/captures',
          parentData: data,
          parentDataProperty: 'captures',
          rootData,
        })
      ) {
        vErrors = joinErrors(vErrors, validate108.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err6 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      schema: schema242.type,
      parentSchema: schema242,
      data,
    };
    if (vErrors === null) {
      vErrors = [err6];
    } else {
      vErrors.push(err6);
    }
    errors++;
  }
  validate103.errors = vErrors;
  return errors === 0;
}

const schema250 = {
  type: 'object',
  additionalProperties: false,
  required: ['delete'],
  properties: {
    name: { $ref: 'SuiteFileLine' },
    delete: { $ref: 'SuiteFileDeleteRequest' },
    gone: { type: 'array', minItems: 1, maxItems: 20, items: { $ref: 'SuiteFileStatusPattern' } },
  },
  $id: 'SuiteFileCreated',
};
const schema252 = {
  type: 'object',
  additionalProperties: false,
  required: ['path'],
  allOf: [
    { if: { required: ['json'] }, then: { properties: { form: false, body: false } } },
    { if: { required: ['form'] }, then: { properties: { body: false } } },
  ],
  properties: {
    method: { $ref: 'SuiteFileMethod' },
    path: { $ref: 'SuiteFileRequestPath' },
    target: { $ref: 'SuiteFileTargetName' },
    query: { $ref: 'SuiteFileQuery' },
    headers: { $ref: 'SuiteFileHeaders' },
    json: {},
    form: { $ref: 'SuiteFileFormFields' },
    body: { type: 'string', maxLength: 1000000 },
    timeoutMs: { $ref: 'SuiteFileTimeoutMs' },
    timeoutsMs: { $ref: 'SuiteFileTimeoutsMs' },
    followRedirects: { type: 'boolean' },
    retry: { $ref: 'SuiteFileRetry' },
    http: { $ref: 'SuiteFileHttp' },
  },
  $id: 'SuiteFileDeleteRequest',
};

function validate115(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="SuiteFileDeleteRequest" */ let vErrors = null;
  let errors = 0;
  const _errs2 = errors;
  let valid1 = true;
  const _errs3 = errors;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    let missing0;
    if (data.json === undefined && (missing0 = 'json')) {
      const err0 = {};
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  }
  var _valid0 = _errs3 === errors;
  errors = _errs2;
  if (vErrors !== null) {
    if (_errs2) {
      vErrors.length = _errs2;
    } else {
      vErrors = null;
    }
  }
  if (_valid0) {
    const _errs4 = errors;
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      if (data.form !== undefined) {
        const err1 = {
          instancePath: instancePath + '/form',
          schemaPath: '#/allOf/0/then/properties/form/false schema',
          keyword: 'false schema',
          params: {},
          schema: false,
          parentSchema: schema252.allOf[0].then.properties.form,
          data: data.form,
        };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
      if (data.body !== undefined) {
        const err2 = {
          instancePath: instancePath + '/body',
          schemaPath: '#/allOf/0/then/properties/body/false schema',
          keyword: 'false schema',
          params: {},
          schema: false,
          parentSchema: schema252.allOf[0].then.properties.body,
          data: data.body,
        };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    var _valid0 = _errs4 === errors;
    valid1 = _valid0;
  }
  if (!valid1) {
    const err3 = {
      instancePath,
      schemaPath: '#/allOf/0/if',
      keyword: 'if',
      params: { failingKeyword: 'then' },
      schema: schema252.allOf[0].if,
      parentSchema: schema252.allOf[0],
      data,
    };
    if (vErrors === null) {
      vErrors = [err3];
    } else {
      vErrors.push(err3);
    }
    errors++;
  }
  const _errs6 = errors;
  let valid3 = true;
  const _errs7 = errors;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    let missing1;
    if (data.form === undefined && (missing1 = 'form')) {
      const err4 = {};
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
  }
  var _valid1 = _errs7 === errors;
  errors = _errs6;
  if (vErrors !== null) {
    if (_errs6) {
      vErrors.length = _errs6;
    } else {
      vErrors = null;
    }
  }
  if (_valid1) {
    const _errs8 = errors;
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      if (data.body !== undefined) {
        const err5 = {
          instancePath: instancePath + '/body',
          schemaPath: '#/allOf/1/then/properties/body/false schema',
          keyword: 'false schema',
          params: {},
          schema: false,
          parentSchema: schema252.allOf[1].then.properties.body,
          data: data.body,
        };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    var _valid1 = _errs8 === errors;
    valid3 = _valid1;
  }
  if (!valid3) {
    const err6 = {
      instancePath,
      schemaPath: '#/allOf/1/if',
      keyword: 'if',
      params: { failingKeyword: 'then' },
      schema: schema252.allOf[1].if,
      parentSchema: schema252.allOf[1],
      data,
    };
    if (vErrors === null) {
      vErrors = [err6];
    } else {
      vErrors.push(err6);
    }
    errors++;
  }
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.path === undefined) {
      const err7 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'path' },
        schema: schema252.required,
        parentSchema: schema252,
        data,
      };
      if (vErrors === null) {
        vErrors = [err7];
      } else {
        vErrors.push(err7);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!func2.call(schema252.properties, key0)) {
        const err8 = {
          instancePath,
          schemaPath: '#/additionalProperties',
          keyword: 'additionalProperties',
          params: { additionalProperty: key0 },
          schema: false,
          parentSchema: schema252,
          data,
        };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.method !== undefined) {
      let data3 = data.method;
      if (!(
        data3 === 'GET' ||
        data3 === 'HEAD' ||
        data3 === 'POST' ||
        data3 === 'PUT' ||
        data3 === 'PATCH' ||
        data3 === 'DELETE' ||
        data3 === 'OPTIONS' ||
        data3 === 'TRACE' ||
        data3 === 'QUERY'
      )) {
        const err9 = {
          instancePath: instancePath + '/method',
          schemaPath: 'SuiteFileMethod/enum',
          keyword: 'enum',
          params: { allowedValues: schema143.enum },
          schema: schema143.enum,
          parentSchema: schema143,
          data: data3,
        };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.path !== undefined) {
      let data4 = data.path;
      if (typeof data4 === 'string') {
        if (func3(data4) > 8000) {
          const err10 = {
            instancePath: instancePath + '/path',
            schemaPath: 'SuiteFileRequestPath/maxLength',
            keyword: 'maxLength',
            params: { limit: 8000 },
            schema: 8000,
            parentSchema: schema144,
            data: data4,
          };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
        if (func3(data4) < 1) {
          const err11 = {
            instancePath: instancePath + '/path',
            schemaPath: 'SuiteFileRequestPath/minLength',
            keyword: 'minLength',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema144,
            data: data4,
          };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
        if (!pattern80.test(data4)) {
          const err12 = {
            instancePath: instancePath + '/path',
            schemaPath: 'SuiteFileRequestPath/pattern',
            keyword: 'pattern',
            params: { pattern: '^(/|https?://|\\{\\{)' },
            schema: '^(/|https?://|\\{\\{)',
            parentSchema: schema144,
            data: data4,
          };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
      } else {
        const err13 = {
          instancePath: instancePath + '/path',
          schemaPath: 'SuiteFileRequestPath/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema144.type,
          parentSchema: schema144,
          data: data4,
        };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
    if (data.target !== undefined) {
      let data5 = data.target;
      if (typeof data5 === 'string') {
        if (!pattern63.test(data5)) {
          const err14 = {
            instancePath: instancePath + '/target',
            schemaPath: 'SuiteFileTargetName/pattern',
            keyword: 'pattern',
            params: { pattern: '^[A-Za-z0-9][A-Za-z0-9_-]{0,62}$' },
            schema: '^[A-Za-z0-9][A-Za-z0-9_-]{0,62}$',
            parentSchema: schema111,
            data: data5,
          };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
      } else {
        const err15 = {
          instancePath: instancePath + '/target',
          schemaPath: 'SuiteFileTargetName/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema111.type,
          parentSchema: schema111,
          data: data5,
        };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
    }
    if (data.query !== undefined) {
      if (
        !validate75(data.query, {
          instancePath: instancePath + '/query',
          parentData: data,
          parentDataProperty: 'query',
          rootData,
        })
      ) {
        vErrors = joinErrors(vErrors, validate75.errors);
        errors = vErrors.length;
      }
    }
    if (data.headers !== undefined) {
      let data7 = data.headers;
      if (data7 && typeof data7 == 'object' && !Array.isArray(data7)) {
        if (Object.keys(data7).length > 100) {
          const err16 = {
            instancePath: instancePath + '/headers',
            schemaPath: 'SuiteFileHeaders/maxProperties',
            keyword: 'maxProperties',
            params: { limit: 100 },
            schema: 100,
            parentSchema: schema107,
            data: data7,
          };
          if (vErrors === null) {
            vErrors = [err16];
          } else {
            vErrors.push(err16);
          }
          errors++;
        }
        for (const key1 in data7) {
          const _errs22 = errors;
          if (typeof key1 === 'string') {
            if (!pattern58.test(key1)) {
              const err17 = {
                instancePath: instancePath + '/headers',
                schemaPath: 'SuiteFileHeaders/propertyNames/pattern',
                keyword: 'pattern',
                params: { pattern: "^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}$" },
                schema: "^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}$",
                parentSchema: schema107.propertyNames,
                data: key1,
                propertyName: key1,
              };
              if (vErrors === null) {
                vErrors = [err17];
              } else {
                vErrors.push(err17);
              }
              errors++;
            }
          }
          var valid10 = _errs22 === errors;
          if (!valid10) {
            const err18 = {
              instancePath: instancePath + '/headers',
              schemaPath: 'SuiteFileHeaders/propertyNames',
              keyword: 'propertyNames',
              params: { propertyName: key1 },
              schema: schema107.propertyNames,
              parentSchema: schema107,
              data: data7,
            };
            if (vErrors === null) {
              vErrors = [err18];
            } else {
              vErrors.push(err18);
            }
            errors++;
          }
        }
        for (const key2 in data7) {
          let data8 = data7[key2];
          if (
            typeof data8 !== 'string' &&
            !(typeof data8 == 'number' && isFinite(data8)) &&
            typeof data8 !== 'boolean' &&
            data8 !== null
          ) {
            const err19 = {
              instancePath: instancePath + '/headers/' + key2.replace(/~/g, '~0').replace(/\//g, '~1'),
              schemaPath: 'SuiteFileHeaders/additionalProperties/type',
              keyword: 'type',
              params: { type: schema107.additionalProperties.type },
              schema: schema107.additionalProperties.type,
              parentSchema: schema107.additionalProperties,
              data: data8,
            };
            if (vErrors === null) {
              vErrors = [err19];
            } else {
              vErrors.push(err19);
            }
            errors++;
          }
        }
      } else {
        const err20 = {
          instancePath: instancePath + '/headers',
          schemaPath: 'SuiteFileHeaders/type',
          keyword: 'type',
          params: { type: 'object' },
          schema: schema107.type,
          parentSchema: schema107,
          data: data7,
        };
        if (vErrors === null) {
          vErrors = [err20];
        } else {
          vErrors.push(err20);
        }
        errors++;
      }
    }
    if (data.form !== undefined) {
      if (
        !validate77(data.form, {
          instancePath: instancePath + '/form',
          parentData: data,
          parentDataProperty: 'form',
          rootData,
        })
      ) {
        vErrors = joinErrors(vErrors, validate77.errors);
        errors = vErrors.length;
      }
    }
    if (data.body !== undefined) {
      let data10 = data.body;
      if (typeof data10 === 'string') {
        if (func3(data10) > 1000000) {
          const err21 = {
            instancePath: instancePath + '/body',
            schemaPath: '#/properties/body/maxLength',
            keyword: 'maxLength',
            params: { limit: 1000000 },
            schema: 1000000,
            parentSchema: schema252.properties.body,
            data: data10,
          };
          if (vErrors === null) {
            vErrors = [err21];
          } else {
            vErrors.push(err21);
          }
          errors++;
        }
      } else {
        const err22 = {
          instancePath: instancePath + '/body',
          schemaPath: '#/properties/body/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema252.properties.body.type,
          parentSchema: schema252.properties.body,
          data: data10,
        };
        if (vErrors === null) {
          vErrors = [err22];
        } else {
          vErrors.push(err22);
        }
        errors++;
      }
    }
    if (data.timeoutMs !== undefined) {
      let data11 = data.timeoutMs;
      if (!(typeof data11 == 'number' && !(data11 % 1) && !isNaN(data11) && isFinite(data11))) {
        const err23 = {
          instancePath: instancePath + '/timeoutMs',
          schemaPath: 'SuiteFileTimeoutMs/type',
          keyword: 'type',
          params: { type: 'integer' },
          schema: schema108.type,
          parentSchema: schema108,
          data: data11,
        };
        if (vErrors === null) {
          vErrors = [err23];
        } else {
          vErrors.push(err23);
        }
        errors++;
      }
      if (typeof data11 == 'number' && isFinite(data11)) {
        if (data11 > 300000 || isNaN(data11)) {
          const err24 = {
            instancePath: instancePath + '/timeoutMs',
            schemaPath: 'SuiteFileTimeoutMs/maximum',
            keyword: 'maximum',
            params: { comparison: '<=', limit: 300000 },
            schema: 300000,
            parentSchema: schema108,
            data: data11,
          };
          if (vErrors === null) {
            vErrors = [err24];
          } else {
            vErrors.push(err24);
          }
          errors++;
        }
        if (data11 < 1 || isNaN(data11)) {
          const err25 = {
            instancePath: instancePath + '/timeoutMs',
            schemaPath: 'SuiteFileTimeoutMs/minimum',
            keyword: 'minimum',
            params: { comparison: '>=', limit: 1 },
            schema: 1,
            parentSchema: schema108,
            data: data11,
          };
          if (vErrors === null) {
            vErrors = [err25];
          } else {
            vErrors.push(err25);
          }
          errors++;
        }
      }
    }
    if (data.timeoutsMs !== undefined) {
      let data12 = data.timeoutsMs;
      if (data12 && typeof data12 == 'object' && !Array.isArray(data12)) {
        for (const key3 in data12) {
          if (!(key3 === 'resolve' || key3 === 'connect' || key3 === 'tls' || key3 === 'wait' || key3 === 'receive')) {
            const err26 = {
              instancePath: instancePath + '/timeoutsMs',
              schemaPath: 'SuiteFileTimeoutsMs/additionalProperties',
              keyword: 'additionalProperties',
              params: { additionalProperty: key3 },
              schema: false,
              parentSchema: schema156,
              data: data12,
            };
            if (vErrors === null) {
              vErrors = [err26];
            } else {
              vErrors.push(err26);
            }
            errors++;
          }
        }
        if (data12.resolve !== undefined) {
          let data13 = data12.resolve;
          if (!(typeof data13 == 'number' && !(data13 % 1) && !isNaN(data13) && isFinite(data13))) {
            const err27 = {
              instancePath: instancePath + '/timeoutsMs/resolve',
              schemaPath: 'SuiteFileTimeoutsMs/properties/resolve/type',
              keyword: 'type',
              params: { type: 'integer' },
              schema: schema156.properties.resolve.type,
              parentSchema: schema156.properties.resolve,
              data: data13,
            };
            if (vErrors === null) {
              vErrors = [err27];
            } else {
              vErrors.push(err27);
            }
            errors++;
          }
          if (typeof data13 == 'number' && isFinite(data13)) {
            if (data13 > 300000 || isNaN(data13)) {
              const err28 = {
                instancePath: instancePath + '/timeoutsMs/resolve',
                schemaPath: 'SuiteFileTimeoutsMs/properties/resolve/maximum',
                keyword: 'maximum',
                params: { comparison: '<=', limit: 300000 },
                schema: 300000,
                parentSchema: schema156.properties.resolve,
                data: data13,
              };
              if (vErrors === null) {
                vErrors = [err28];
              } else {
                vErrors.push(err28);
              }
              errors++;
            }
            if (data13 < 1 || isNaN(data13)) {
              const err29 = {
                instancePath: instancePath + '/timeoutsMs/resolve',
                schemaPath: 'SuiteFileTimeoutsMs/properties/resolve/minimum',
                keyword: 'minimum',
                params: { comparison: '>=', limit: 1 },
                schema: 1,
                parentSchema: schema156.properties.resolve,
                data: data13,
              };
              if (vErrors === null) {
                vErrors = [err29];
              } else {
                vErrors.push(err29);
              }
              errors++;
            }
          }
        }
        if (data12.connect !== undefined) {
          let data14 = data12.connect;
          if (!(typeof data14 == 'number' && !(data14 % 1) && !isNaN(data14) && isFinite(data14))) {
            const err30 = {
              instancePath: instancePath + '/timeoutsMs/connect',
              schemaPath: 'SuiteFileTimeoutsMs/properties/connect/type',
              keyword: 'type',
              params: { type: 'integer' },
              schema: schema156.properties.connect.type,
              parentSchema: schema156.properties.connect,
              data: data14,
            };
            if (vErrors === null) {
              vErrors = [err30];
            } else {
              vErrors.push(err30);
            }
            errors++;
          }
          if (typeof data14 == 'number' && isFinite(data14)) {
            if (data14 > 300000 || isNaN(data14)) {
              const err31 = {
                instancePath: instancePath + '/timeoutsMs/connect',
                schemaPath: 'SuiteFileTimeoutsMs/properties/connect/maximum',
                keyword: 'maximum',
                params: { comparison: '<=', limit: 300000 },
                schema: 300000,
                parentSchema: schema156.properties.connect,
                data: data14,
              };
              if (vErrors === null) {
                vErrors = [err31];
              } else {
                vErrors.push(err31);
              }
              errors++;
            }
            if (data14 < 1 || isNaN(data14)) {
              const err32 = {
                instancePath: instancePath + '/timeoutsMs/connect',
                schemaPath: 'SuiteFileTimeoutsMs/properties/connect/minimum',
                keyword: 'minimum',
                params: { comparison: '>=', limit: 1 },
                schema: 1,
                parentSchema: schema156.properties.connect,
                data: data14,
              };
              if (vErrors === null) {
                vErrors = [err32];
              } else {
                vErrors.push(err32);
              }
              errors++;
            }
          }
        }
        if (data12.tls !== undefined) {
          let data15 = data12.tls;
          if (!(typeof data15 == 'number' && !(data15 % 1) && !isNaN(data15) && isFinite(data15))) {
            const err33 = {
              instancePath: instancePath + '/timeoutsMs/tls',
              schemaPath: 'SuiteFileTimeoutsMs/properties/tls/type',
              keyword: 'type',
              params: { type: 'integer' },
              schema: schema156.properties.tls.type,
              parentSchema: schema156.properties.tls,
              data: data15,
            };
            if (vErrors === null) {
              vErrors = [err33];
            } else {
              vErrors.push(err33);
            }
            errors++;
          }
          if (typeof data15 == 'number' && isFinite(data15)) {
            if (data15 > 300000 || isNaN(data15)) {
              const err34 = {
                instancePath: instancePath + '/timeoutsMs/tls',
                schemaPath: 'SuiteFileTimeoutsMs/properties/tls/maximum',
                keyword: 'maximum',
                params: { comparison: '<=', limit: 300000 },
                schema: 300000,
                parentSchema: schema156.properties.tls,
                data: data15,
              };
              if (vErrors === null) {
                vErrors = [err34];
              } else {
                vErrors.push(err34);
              }
              errors++;
            }
            if (data15 < 1 || isNaN(data15)) {
              const err35 = {
                instancePath: instancePath + '/timeoutsMs/tls',
                schemaPath: 'SuiteFileTimeoutsMs/properties/tls/minimum',
                keyword: 'minimum',
                params: { comparison: '>=', limit: 1 },
                schema: 1,
                parentSchema: schema156.properties.tls,
                data: data15,
              };
              if (vErrors === null) {
                vErrors = [err35];
              } else {
                vErrors.push(err35);
              }
              errors++;
            }
          }
        }
        if (data12.wait !== undefined) {
          let data16 = data12.wait;
          if (!(typeof data16 == 'number' && !(data16 % 1) && !isNaN(data16) && isFinite(data16))) {
            const err36 = {
              instancePath: instancePath + '/timeoutsMs/wait',
              schemaPath: 'SuiteFileTimeoutsMs/properties/wait/type',
              keyword: 'type',
              params: { type: 'integer' },
              schema: schema156.properties.wait.type,
              parentSchema: schema156.properties.wait,
              data: data16,
            };
            if (vErrors === null) {
              vErrors = [err36];
            } else {
              vErrors.push(err36);
            }
            errors++;
          }
          if (typeof data16 == 'number' && isFinite(data16)) {
            if (data16 > 300000 || isNaN(data16)) {
              const err37 = {
                instancePath: instancePath + '/timeoutsMs/wait',
                schemaPath: 'SuiteFileTimeoutsMs/properties/wait/maximum',
                keyword: 'maximum',
                params: { comparison: '<=', limit: 300000 },
                schema: 300000,
                parentSchema: schema156.properties.wait,
                data: data16,
              };
              if (vErrors === null) {
                vErrors = [err37];
              } else {
                vErrors.push(err37);
              }
              errors++;
            }
            if (data16 < 1 || isNaN(data16)) {
              const err38 = {
                instancePath: instancePath + '/timeoutsMs/wait',
                schemaPath: 'SuiteFileTimeoutsMs/properties/wait/minimum',
                keyword: 'minimum',
                params: { comparison: '>=', limit: 1 },
                schema: 1,
                parentSchema: schema156.properties.wait,
                data: data16,
              };
              if (vErrors === null) {
                vErrors = [err38];
              } else {
                vErrors.push(err38);
              }
              errors++;
            }
          }
        }
        if (data12.receive !== undefined) {
          let data17 = data12.receive;
          if (!(typeof data17 == 'number' && !(data17 % 1) && !isNaN(data17) && isFinite(data17))) {
            const err39 = {
              instancePath: instancePath + '/timeoutsMs/receive',
              schemaPath: 'SuiteFileTimeoutsMs/properties/receive/type',
              keyword: 'type',
              params: { type: 'integer' },
              schema: schema156.properties.receive.type,
              parentSchema: schema156.properties.receive,
              data: data17,
            };
            if (vErrors === null) {
              vErrors = [err39];
            } else {
              vErrors.push(err39);
            }
            errors++;
          }
          if (typeof data17 == 'number' && isFinite(data17)) {
            if (data17 > 300000 || isNaN(data17)) {
              const err40 = {
                instancePath: instancePath + '/timeoutsMs/receive',
                schemaPath: 'SuiteFileTimeoutsMs/properties/receive/maximum',
                keyword: 'maximum',
                params: { comparison: '<=', limit: 300000 },
                schema: 300000,
                parentSchema: schema156.properties.receive,
                data: data17,
              };
              if (vErrors === null) {
                vErrors = [err40];
              } else {
                vErrors.push(err40);
              }
              errors++;
            }
            if (data17 < 1 || isNaN(data17)) {
              const err41 = {
                instancePath: instancePath + '/timeoutsMs/receive',
                schemaPath: 'SuiteFileTimeoutsMs/properties/receive/minimum',
                keyword: 'minimum',
                params: { comparison: '>=', limit: 1 },
                schema: 1,
                parentSchema: schema156.properties.receive,
                data: data17,
              };
              if (vErrors === null) {
                vErrors = [err41];
              } else {
                vErrors.push(err41);
              }
              errors++;
            }
          }
        }
      } else {
        const err42 = {
          instancePath: instancePath + '/timeoutsMs',
          schemaPath: 'SuiteFileTimeoutsMs/type',
          keyword: 'type',
          params: { type: 'object' },
          schema: schema156.type,
          parentSchema: schema156,
          data: data12,
        };
        if (vErrors === null) {
          vErrors = [err42];
        } else {
          vErrors.push(err42);
        }
        errors++;
      }
    }
    if (data.followRedirects !== undefined) {
      let data18 = data.followRedirects;
      if (typeof data18 !== 'boolean') {
        const err43 = {
          instancePath: instancePath + '/followRedirects',
          schemaPath: '#/properties/followRedirects/type',
          keyword: 'type',
          params: { type: 'boolean' },
          schema: schema252.properties.followRedirects.type,
          parentSchema: schema252.properties.followRedirects,
          data: data18,
        };
        if (vErrors === null) {
          vErrors = [err43];
        } else {
          vErrors.push(err43);
        }
        errors++;
      }
    }
    if (data.retry !== undefined) {
      let data19 = data.retry;
      if (typeof data19 !== 'boolean' && !(data19 && typeof data19 == 'object' && !Array.isArray(data19))) {
        const err44 = {
          instancePath: instancePath + '/retry',
          schemaPath: 'SuiteFileRetry/type',
          keyword: 'type',
          params: { type: schema112.type },
          schema: schema112.type,
          parentSchema: schema112,
          data: data19,
        };
        if (vErrors === null) {
          vErrors = [err44];
        } else {
          vErrors.push(err44);
        }
        errors++;
      }
      const _errs51 = errors;
      let valid16 = true;
      const _errs52 = errors;
      if (!(data19 && typeof data19 == 'object' && !Array.isArray(data19))) {
        const err45 = {};
        if (vErrors === null) {
          vErrors = [err45];
        } else {
          vErrors.push(err45);
        }
        errors++;
      }
      var _valid2 = _errs52 === errors;
      errors = _errs51;
      if (vErrors !== null) {
        if (_errs51) {
          vErrors.length = _errs51;
        } else {
          vErrors = null;
        }
      }
      let ifClause0;
      if (_valid2) {
        const _errs54 = errors;
        if (data19 && typeof data19 == 'object' && !Array.isArray(data19)) {
          for (const key4 in data19) {
            if (!(key4 === 'max' || key4 === 'nonIdempotent' || key4 === 'waitMsMax')) {
              const err46 = {
                instancePath: instancePath + '/retry',
                schemaPath: 'SuiteFileRetry/then/additionalProperties',
                keyword: 'additionalProperties',
                params: { additionalProperty: key4 },
                schema: false,
                parentSchema: schema112.then,
                data: data19,
              };
              if (vErrors === null) {
                vErrors = [err46];
              } else {
                vErrors.push(err46);
              }
              errors++;
            }
          }
          if (data19.max !== undefined) {
            let data20 = data19.max;
            if (!(typeof data20 == 'number' && !(data20 % 1) && !isNaN(data20) && isFinite(data20))) {
              const err47 = {
                instancePath: instancePath + '/retry/max',
                schemaPath: 'SuiteFileRetry/then/properties/max/type',
                keyword: 'type',
                params: { type: 'integer' },
                schema: schema112.then.properties.max.type,
                parentSchema: schema112.then.properties.max,
                data: data20,
              };
              if (vErrors === null) {
                vErrors = [err47];
              } else {
                vErrors.push(err47);
              }
              errors++;
            }
            if (typeof data20 == 'number' && isFinite(data20)) {
              if (data20 > 5 || isNaN(data20)) {
                const err48 = {
                  instancePath: instancePath + '/retry/max',
                  schemaPath: 'SuiteFileRetry/then/properties/max/maximum',
                  keyword: 'maximum',
                  params: { comparison: '<=', limit: 5 },
                  schema: 5,
                  parentSchema: schema112.then.properties.max,
                  data: data20,
                };
                if (vErrors === null) {
                  vErrors = [err48];
                } else {
                  vErrors.push(err48);
                }
                errors++;
              }
              if (data20 < 0 || isNaN(data20)) {
                const err49 = {
                  instancePath: instancePath + '/retry/max',
                  schemaPath: 'SuiteFileRetry/then/properties/max/minimum',
                  keyword: 'minimum',
                  params: { comparison: '>=', limit: 0 },
                  schema: 0,
                  parentSchema: schema112.then.properties.max,
                  data: data20,
                };
                if (vErrors === null) {
                  vErrors = [err49];
                } else {
                  vErrors.push(err49);
                }
                errors++;
              }
            }
          }
          if (data19.nonIdempotent !== undefined) {
            let data21 = data19.nonIdempotent;
            if (typeof data21 !== 'boolean') {
              const err50 = {
                instancePath: instancePath + '/retry/nonIdempotent',
                schemaPath: 'SuiteFileRetry/then/properties/nonIdempotent/type',
                keyword: 'type',
                params: { type: 'boolean' },
                schema: schema112.then.properties.nonIdempotent.type,
                parentSchema: schema112.then.properties.nonIdempotent,
                data: data21,
              };
              if (vErrors === null) {
                vErrors = [err50];
              } else {
                vErrors.push(err50);
              }
              errors++;
            }
          }
          if (data19.waitMsMax !== undefined) {
            let data22 = data19.waitMsMax;
            if (!(typeof data22 == 'number' && !(data22 % 1) && !isNaN(data22) && isFinite(data22))) {
              const err51 = {
                instancePath: instancePath + '/retry/waitMsMax',
                schemaPath: 'SuiteFileRetry/then/properties/waitMsMax/type',
                keyword: 'type',
                params: { type: 'integer' },
                schema: schema112.then.properties.waitMsMax.type,
                parentSchema: schema112.then.properties.waitMsMax,
                data: data22,
              };
              if (vErrors === null) {
                vErrors = [err51];
              } else {
                vErrors.push(err51);
              }
              errors++;
            }
            if (typeof data22 == 'number' && isFinite(data22)) {
              if (data22 > 300000 || isNaN(data22)) {
                const err52 = {
                  instancePath: instancePath + '/retry/waitMsMax',
                  schemaPath: 'SuiteFileRetry/then/properties/waitMsMax/maximum',
                  keyword: 'maximum',
                  params: { comparison: '<=', limit: 300000 },
                  schema: 300000,
                  parentSchema: schema112.then.properties.waitMsMax,
                  data: data22,
                };
                if (vErrors === null) {
                  vErrors = [err52];
                } else {
                  vErrors.push(err52);
                }
                errors++;
              }
              if (data22 < 0 || isNaN(data22)) {
                const err53 = {
                  instancePath: instancePath + '/retry/waitMsMax',
                  schemaPath: 'SuiteFileRetry/then/properties/waitMsMax/minimum',
                  keyword: 'minimum',
                  params: { comparison: '>=', limit: 0 },
                  schema: 0,
                  parentSchema: schema112.then.properties.waitMsMax,
                  data: data22,
                };
                if (vErrors === null) {
                  vErrors = [err53];
                } else {
                  vErrors.push(err53);
                }
                errors++;
              }
            }
          }
        }
        var _valid2 = _errs54 === errors;
        valid16 = _valid2;
        ifClause0 = 'then';
      } else {
        const _errs62 = errors;
        if (false !== data19) {
          const err54 = {
            instancePath: instancePath + '/retry',
            schemaPath: 'SuiteFileRetry/else/const',
            keyword: 'const',
            params: { allowedValue: false },
            schema: false,
            parentSchema: schema112.else,
            data: data19,
          };
          if (vErrors === null) {
            vErrors = [err54];
          } else {
            vErrors.push(err54);
          }
          errors++;
        }
        var _valid2 = _errs62 === errors;
        valid16 = _valid2;
        ifClause0 = 'else';
      }
      if (!valid16) {
        const err55 = {
          instancePath: instancePath + '/retry',
          schemaPath: 'SuiteFileRetry/if',
          keyword: 'if',
          params: { failingKeyword: ifClause0 },
          schema: schema112.if,
          parentSchema: schema112,
          data: data19,
        };
        if (vErrors === null) {
          vErrors = [err55];
        } else {
          vErrors.push(err55);
        }
        errors++;
      }
    }
    if (data.http !== undefined) {
      let data23 = data.http;
      if (!(data23 === '1.1' || data23 === '2' || data23 === 'auto')) {
        const err56 = {
          instancePath: instancePath + '/http',
          schemaPath: 'SuiteFileHttp/enum',
          keyword: 'enum',
          params: { allowedValues: schema158.enum },
          schema: schema158.enum,
          parentSchema: schema158,
          data: data23,
        };
        if (vErrors === null) {
          vErrors = [err56];
        } else {
          vErrors.push(err56);
        }
        errors++;
      }
    }
  } else {
    const err57 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      schema: schema252.type,
      parentSchema: schema252,
      data,
    };
    if (vErrors === null) {
      vErrors = [err57];
    } else {
      vErrors.push(err57);
    }
    errors++;
  }
  validate115.errors = vErrors;
  return errors === 0;
}

function validate114(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="SuiteFileCreated" */ let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.delete === undefined) {
      const err0 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'delete' },
        schema: schema250.required,
        parentSchema: schema250,
        data,
      };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === 'name' || key0 === 'delete' || key0 === 'gone')) {
        const err1 = {
          instancePath,
          schemaPath: '#/additionalProperties',
          keyword: 'additionalProperties',
          params: { additionalProperty: key0 },
          schema: false,
          parentSchema: schema250,
          data,
        };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.name !== undefined) {
      let data0 = data.name;
      if (typeof data0 === 'string') {
        if (func3(data0) > 300) {
          const err2 = {
            instancePath: instancePath + '/name',
            schemaPath: 'SuiteFileLine/maxLength',
            keyword: 'maxLength',
            params: { limit: 300 },
            schema: 300,
            parentSchema: schema88,
            data: data0,
          };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
        if (func3(data0) < 1) {
          const err3 = {
            instancePath: instancePath + '/name',
            schemaPath: 'SuiteFileLine/minLength',
            keyword: 'minLength',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema88,
            data: data0,
          };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
        if (!pattern48.test(data0)) {
          const err4 = {
            instancePath: instancePath + '/name',
            schemaPath: 'SuiteFileLine/pattern',
            keyword: 'pattern',
            params: { pattern: '^[^\\r\\n]*$' },
            schema: '^[^\\r\\n]*$',
            parentSchema: schema88,
            data: data0,
          };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = {
          instancePath: instancePath + '/name',
          schemaPath: 'SuiteFileLine/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema88.type,
          parentSchema: schema88,
          data: data0,
        };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.delete !== undefined) {
      if (
        !validate115(data.delete, {
          instancePath: instancePath + '/delete',
          parentData: data,
          parentDataProperty: 'delete',
          rootData,
        })
      ) {
        vErrors = joinErrors(vErrors, validate115.errors);
        errors = vErrors.length;
      }
    }
    if (data.gone !== undefined) {
      let data2 = data.gone;
      if (Array.isArray(data2)) {
        if (data2.length > 20) {
          const err6 = {
            instancePath: instancePath + '/gone',
            schemaPath: '#/properties/gone/maxItems',
            keyword: 'maxItems',
            params: { limit: 20 },
            schema: 20,
            parentSchema: schema250.properties.gone,
            data: data2,
          };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
        if (data2.length < 1) {
          const err7 = {
            instancePath: instancePath + '/gone',
            schemaPath: '#/properties/gone/minItems',
            keyword: 'minItems',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema250.properties.gone,
            data: data2,
          };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
        const len0 = data2.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data3 = data2[i0];
          if (
            !(typeof data3 == 'number' && !(data3 % 1) && !isNaN(data3) && isFinite(data3)) &&
            typeof data3 !== 'string'
          ) {
            const err8 = {
              instancePath: instancePath + '/gone/' + i0,
              schemaPath: 'SuiteFileStatusPattern/type',
              keyword: 'type',
              params: { type: schema162.type },
              schema: schema162.type,
              parentSchema: schema162,
              data: data3,
            };
            if (vErrors === null) {
              vErrors = [err8];
            } else {
              vErrors.push(err8);
            }
            errors++;
          }
          if (typeof data3 == 'number' && isFinite(data3)) {
            if (data3 > 599 || isNaN(data3)) {
              const err9 = {
                instancePath: instancePath + '/gone/' + i0,
                schemaPath: 'SuiteFileStatusPattern/maximum',
                keyword: 'maximum',
                params: { comparison: '<=', limit: 599 },
                schema: 599,
                parentSchema: schema162,
                data: data3,
              };
              if (vErrors === null) {
                vErrors = [err9];
              } else {
                vErrors.push(err9);
              }
              errors++;
            }
            if (data3 < 100 || isNaN(data3)) {
              const err10 = {
                instancePath: instancePath + '/gone/' + i0,
                schemaPath: 'SuiteFileStatusPattern/minimum',
                keyword: 'minimum',
                params: { comparison: '>=', limit: 100 },
                schema: 100,
                parentSchema: schema162,
                data: data3,
              };
              if (vErrors === null) {
                vErrors = [err10];
              } else {
                vErrors.push(err10);
              }
              errors++;
            }
          }
          if (typeof data3 === 'string') {
            if (!pattern87.test(data3)) {
              const err11 = {
                instancePath: instancePath + '/gone/' + i0,
                schemaPath: 'SuiteFileStatusPattern/pattern',
                keyword: 'pattern',
                params: { pattern: '^([1-5]([0-9]{2}|[xX]{2})|\\{\\{.*\\}\\})$' },
                schema: '^([1-5]([0-9]{2}|[xX]{2})|\\{\\{.*\\}\\})$',
                parentSchema: schema162,
                data: data3,
              };
              if (vErrors === null) {
                vErrors = [err11];
              } else {
                vErrors.push(err11);
              }
              errors++;
            }
          }
        }
      } else {
        const err12 = {
          instancePath: instancePath + '/gone',
          schemaPath: '#/properties/gone/type',
          keyword: 'type',
          params: { type: 'array' },
          schema: schema250.properties.gone.type,
          parentSchema: schema250.properties.gone,
          data: data2,
        };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
  } else {
    const err13 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      schema: schema250.type,
      parentSchema: schema250,
      data,
    };
    if (vErrors === null) {
      vErrors = [err13];
    } else {
      vErrors.push(err13);
    }
    errors++;
  }
  validate114.errors = vErrors;
  return errors === 0;
}

function validate68(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="SuiteFileCase" */ let vErrors = null;
  let errors = 0;
  const _errs1 = errors;
  let valid0 = false;
  let passing0 = null;
  const _errs2 = errors;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.request === undefined) {
      const err0 = {
        instancePath,
        schemaPath: '#/oneOf/0/required',
        keyword: 'required',
        params: { missingProperty: 'request' },
        schema: schema124.oneOf[0].required,
        parentSchema: schema124.oneOf[0],
        data,
      };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  }
  var _valid0 = _errs2 === errors;
  if (_valid0) {
    valid0 = true;
    passing0 = 0;
  }
  const _errs3 = errors;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.receive === undefined) {
      const err1 = {
        instancePath,
        schemaPath: '#/oneOf/1/required',
        keyword: 'required',
        params: { missingProperty: 'receive' },
        schema: schema124.oneOf[1].required,
        parentSchema: schema124.oneOf[1],
        data,
      };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
  }
  var _valid0 = _errs3 === errors;
  if (_valid0 && valid0) {
    valid0 = false;
    passing0 = [passing0, 1];
  } else {
    if (_valid0) {
      valid0 = true;
      passing0 = 1;
    }
    const _errs4 = errors;
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      if (data.publish === undefined) {
        const err2 = {
          instancePath,
          schemaPath: '#/oneOf/2/required',
          keyword: 'required',
          params: { missingProperty: 'publish' },
          schema: schema124.oneOf[2].required,
          parentSchema: schema124.oneOf[2],
          data,
        };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    var _valid0 = _errs4 === errors;
    if (_valid0 && valid0) {
      valid0 = false;
      passing0 = [passing0, 2];
    } else {
      if (_valid0) {
        valid0 = true;
        passing0 = 2;
      }
      const _errs5 = errors;
      if (data && typeof data == 'object' && !Array.isArray(data)) {
        if (data.consume === undefined) {
          const err3 = {
            instancePath,
            schemaPath: '#/oneOf/3/required',
            keyword: 'required',
            params: { missingProperty: 'consume' },
            schema: schema124.oneOf[3].required,
            parentSchema: schema124.oneOf[3],
            data,
          };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      }
      var _valid0 = _errs5 === errors;
      if (_valid0 && valid0) {
        valid0 = false;
        passing0 = [passing0, 3];
      } else {
        if (_valid0) {
          valid0 = true;
          passing0 = 3;
        }
      }
    }
  }
  if (!valid0) {
    const err4 = {
      instancePath,
      schemaPath: '#/oneOf',
      keyword: 'oneOf',
      params: { passingSchemas: passing0 },
      schema: schema124.oneOf,
      parentSchema: schema124,
      data,
    };
    if (vErrors === null) {
      vErrors = [err4];
    } else {
      vErrors.push(err4);
    }
    errors++;
  } else {
    errors = _errs1;
    if (vErrors !== null) {
      if (_errs1) {
        vErrors.length = _errs1;
      } else {
        vErrors = null;
      }
    }
  }
  const _errs7 = errors;
  let valid2 = true;
  const _errs8 = errors;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    let missing0;
    if (data.rows === undefined && (missing0 = 'rows')) {
      const err5 = {};
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
  }
  var _valid1 = _errs8 === errors;
  errors = _errs7;
  if (vErrors !== null) {
    if (_errs7) {
      vErrors.length = _errs7;
    } else {
      vErrors = null;
    }
  }
  if (_valid1) {
    const _errs9 = errors;
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      if (data.flow !== undefined) {
        const err6 = {
          instancePath: instancePath + '/flow',
          schemaPath: '#/allOf/0/then/properties/flow/false schema',
          keyword: 'false schema',
          params: {},
          schema: false,
          parentSchema: schema124.allOf[0].then.properties.flow,
          data: data.flow,
        };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    var _valid1 = _errs9 === errors;
    valid2 = _valid1;
  }
  if (!valid2) {
    const err7 = {
      instancePath,
      schemaPath: '#/allOf/0/if',
      keyword: 'if',
      params: { failingKeyword: 'then' },
      schema: schema124.allOf[0].if,
      parentSchema: schema124.allOf[0],
      data,
    };
    if (vErrors === null) {
      vErrors = [err7];
    } else {
      vErrors.push(err7);
    }
    errors++;
  }
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.id === undefined) {
      const err8 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'id' },
        schema: schema124.required,
        parentSchema: schema124,
        data,
      };
      if (vErrors === null) {
        vErrors = [err8];
      } else {
        vErrors.push(err8);
      }
      errors++;
    }
    if (data.checks === undefined) {
      const err9 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'checks' },
        schema: schema124.required,
        parentSchema: schema124,
        data,
      };
      if (vErrors === null) {
        vErrors = [err9];
      } else {
        vErrors.push(err9);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!func2.call(schema124.properties, key0)) {
        const err10 = {
          instancePath,
          schemaPath: '#/additionalProperties',
          keyword: 'additionalProperties',
          params: { additionalProperty: key0 },
          schema: false,
          parentSchema: schema124,
          data,
        };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.id !== undefined) {
      let data1 = data.id;
      if (typeof data1 === 'string') {
        if (!pattern1.test(data1)) {
          const err11 = {
            instancePath: instancePath + '/id',
            schemaPath: 'SuiteFileId/pattern',
            keyword: 'pattern',
            params: { pattern: '^[a-z0-9][a-z0-9-]{0,62}$' },
            schema: '^[a-z0-9][a-z0-9-]{0,62}$',
            parentSchema: schema86,
            data: data1,
          };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
      } else {
        const err12 = {
          instancePath: instancePath + '/id',
          schemaPath: 'SuiteFileId/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema86.type,
          parentSchema: schema86,
          data: data1,
        };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.name !== undefined) {
      let data2 = data.name;
      if (typeof data2 === 'string') {
        if (func3(data2) > 300) {
          const err13 = {
            instancePath: instancePath + '/name',
            schemaPath: 'SuiteFileLine/maxLength',
            keyword: 'maxLength',
            params: { limit: 300 },
            schema: 300,
            parentSchema: schema88,
            data: data2,
          };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
        if (func3(data2) < 1) {
          const err14 = {
            instancePath: instancePath + '/name',
            schemaPath: 'SuiteFileLine/minLength',
            keyword: 'minLength',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema88,
            data: data2,
          };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
        if (!pattern48.test(data2)) {
          const err15 = {
            instancePath: instancePath + '/name',
            schemaPath: 'SuiteFileLine/pattern',
            keyword: 'pattern',
            params: { pattern: '^[^\\r\\n]*$' },
            schema: '^[^\\r\\n]*$',
            parentSchema: schema88,
            data: data2,
          };
          if (vErrors === null) {
            vErrors = [err15];
          } else {
            vErrors.push(err15);
          }
          errors++;
        }
      } else {
        const err16 = {
          instancePath: instancePath + '/name',
          schemaPath: 'SuiteFileLine/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema88.type,
          parentSchema: schema88,
          data: data2,
        };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
    }
    if (data.tags !== undefined) {
      let data3 = data.tags;
      if (Array.isArray(data3)) {
        if (data3.length > 50) {
          const err17 = {
            instancePath: instancePath + '/tags',
            schemaPath: 'SuiteFileTags/maxItems',
            keyword: 'maxItems',
            params: { limit: 50 },
            schema: 50,
            parentSchema: schema89,
            data: data3,
          };
          if (vErrors === null) {
            vErrors = [err17];
          } else {
            vErrors.push(err17);
          }
          errors++;
        }
        const len0 = data3.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data4 = data3[i0];
          if (typeof data4 === 'string') {
            if (!pattern33.test(data4)) {
              const err18 = {
                instancePath: instancePath + '/tags/' + i0,
                schemaPath: 'SuiteFileTags/items/pattern',
                keyword: 'pattern',
                params: { pattern: '^[A-Za-z0-9][A-Za-z0-9_.:/-]{0,99}$' },
                schema: '^[A-Za-z0-9][A-Za-z0-9_.:/-]{0,99}$',
                parentSchema: schema89.items,
                data: data4,
              };
              if (vErrors === null) {
                vErrors = [err18];
              } else {
                vErrors.push(err18);
              }
              errors++;
            }
          } else {
            const err19 = {
              instancePath: instancePath + '/tags/' + i0,
              schemaPath: 'SuiteFileTags/items/type',
              keyword: 'type',
              params: { type: 'string' },
              schema: schema89.items.type,
              parentSchema: schema89.items,
              data: data4,
            };
            if (vErrors === null) {
              vErrors = [err19];
            } else {
              vErrors.push(err19);
            }
            errors++;
          }
        }
        let i1 = data3.length;
        let j0;
        if (i1 > 1) {
          const indices0 = {};
          for (; i1--;) {
            let item0 = data3[i1];
            if (typeof item0 !== 'string') {
              continue;
            }
            if (typeof indices0[item0] == 'number') {
              j0 = indices0[item0];
              const err20 = {
                instancePath: instancePath + '/tags',
                schemaPath: 'SuiteFileTags/uniqueItems',
                keyword: 'uniqueItems',
                params: { i: i1, j: j0 },
                schema: true,
                parentSchema: schema89,
                data: data3,
              };
              if (vErrors === null) {
                vErrors = [err20];
              } else {
                vErrors.push(err20);
              }
              errors++;
              break;
            }
            indices0[item0] = i1;
          }
        }
      } else {
        const err21 = {
          instancePath: instancePath + '/tags',
          schemaPath: 'SuiteFileTags/type',
          keyword: 'type',
          params: { type: 'array' },
          schema: schema89.type,
          parentSchema: schema89,
          data: data3,
        };
        if (vErrors === null) {
          vErrors = [err21];
        } else {
          vErrors.push(err21);
        }
        errors++;
      }
    }
    if (data.risk !== undefined) {
      let data5 = data.risk;
      if (!(data5 === 'low' || data5 === 'medium' || data5 === 'high' || data5 === 'critical')) {
        const err22 = {
          instancePath: instancePath + '/risk',
          schemaPath: 'SuiteFileRisk/enum',
          keyword: 'enum',
          params: { allowedValues: schema90.enum },
          schema: schema90.enum,
          parentSchema: schema90,
          data: data5,
        };
        if (vErrors === null) {
          vErrors = [err22];
        } else {
          vErrors.push(err22);
        }
        errors++;
      }
    }
    if (data.owner !== undefined) {
      let data6 = data.owner;
      if (typeof data6 === 'string') {
        if (func3(data6) > 300) {
          const err23 = {
            instancePath: instancePath + '/owner',
            schemaPath: 'SuiteFileLine/maxLength',
            keyword: 'maxLength',
            params: { limit: 300 },
            schema: 300,
            parentSchema: schema88,
            data: data6,
          };
          if (vErrors === null) {
            vErrors = [err23];
          } else {
            vErrors.push(err23);
          }
          errors++;
        }
        if (func3(data6) < 1) {
          const err24 = {
            instancePath: instancePath + '/owner',
            schemaPath: 'SuiteFileLine/minLength',
            keyword: 'minLength',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema88,
            data: data6,
          };
          if (vErrors === null) {
            vErrors = [err24];
          } else {
            vErrors.push(err24);
          }
          errors++;
        }
        if (!pattern48.test(data6)) {
          const err25 = {
            instancePath: instancePath + '/owner',
            schemaPath: 'SuiteFileLine/pattern',
            keyword: 'pattern',
            params: { pattern: '^[^\\r\\n]*$' },
            schema: '^[^\\r\\n]*$',
            parentSchema: schema88,
            data: data6,
          };
          if (vErrors === null) {
            vErrors = [err25];
          } else {
            vErrors.push(err25);
          }
          errors++;
        }
      } else {
        const err26 = {
          instancePath: instancePath + '/owner',
          schemaPath: 'SuiteFileLine/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema88.type,
          parentSchema: schema88,
          data: data6,
        };
        if (vErrors === null) {
          vErrors = [err26];
        } else {
          vErrors.push(err26);
        }
        errors++;
      }
    }
    if (data.priority !== undefined) {
      let data7 = data.priority;
      if (!(typeof data7 == 'number' && !(data7 % 1) && !isNaN(data7) && isFinite(data7))) {
        const err27 = {
          instancePath: instancePath + '/priority',
          schemaPath: 'SuiteFilePriority/type',
          keyword: 'type',
          params: { type: 'integer' },
          schema: schema92.type,
          parentSchema: schema92,
          data: data7,
        };
        if (vErrors === null) {
          vErrors = [err27];
        } else {
          vErrors.push(err27);
        }
        errors++;
      }
      if (typeof data7 == 'number' && isFinite(data7)) {
        if (data7 > 5 || isNaN(data7)) {
          const err28 = {
            instancePath: instancePath + '/priority',
            schemaPath: 'SuiteFilePriority/maximum',
            keyword: 'maximum',
            params: { comparison: '<=', limit: 5 },
            schema: 5,
            parentSchema: schema92,
            data: data7,
          };
          if (vErrors === null) {
            vErrors = [err28];
          } else {
            vErrors.push(err28);
          }
          errors++;
        }
        if (data7 < 1 || isNaN(data7)) {
          const err29 = {
            instancePath: instancePath + '/priority',
            schemaPath: 'SuiteFilePriority/minimum',
            keyword: 'minimum',
            params: { comparison: '>=', limit: 1 },
            schema: 1,
            parentSchema: schema92,
            data: data7,
          };
          if (vErrors === null) {
            vErrors = [err29];
          } else {
            vErrors.push(err29);
          }
          errors++;
        }
      }
    }
    if (data.requirements !== undefined) {
      let data8 = data.requirements;
      if (Array.isArray(data8)) {
        if (data8.length > 50) {
          const err30 = {
            instancePath: instancePath + '/requirements',
            schemaPath: 'SuiteFileRequirements/maxItems',
            keyword: 'maxItems',
            params: { limit: 50 },
            schema: 50,
            parentSchema: schema93,
            data: data8,
          };
          if (vErrors === null) {
            vErrors = [err30];
          } else {
            vErrors.push(err30);
          }
          errors++;
        }
        const len1 = data8.length;
        for (let i2 = 0; i2 < len1; i2++) {
          let data9 = data8[i2];
          if (typeof data9 === 'string') {
            if (func3(data9) > 300) {
              const err31 = {
                instancePath: instancePath + '/requirements/' + i2,
                schemaPath: 'SuiteFileRequirements/items/maxLength',
                keyword: 'maxLength',
                params: { limit: 300 },
                schema: 300,
                parentSchema: schema93.items,
                data: data9,
              };
              if (vErrors === null) {
                vErrors = [err31];
              } else {
                vErrors.push(err31);
              }
              errors++;
            }
            if (func3(data9) < 1) {
              const err32 = {
                instancePath: instancePath + '/requirements/' + i2,
                schemaPath: 'SuiteFileRequirements/items/minLength',
                keyword: 'minLength',
                params: { limit: 1 },
                schema: 1,
                parentSchema: schema93.items,
                data: data9,
              };
              if (vErrors === null) {
                vErrors = [err32];
              } else {
                vErrors.push(err32);
              }
              errors++;
            }
            if (!pattern48.test(data9)) {
              const err33 = {
                instancePath: instancePath + '/requirements/' + i2,
                schemaPath: 'SuiteFileRequirements/items/pattern',
                keyword: 'pattern',
                params: { pattern: '^[^\\r\\n]*$' },
                schema: '^[^\\r\\n]*$',
                parentSchema: schema93.items,
                data: data9,
              };
              if (vErrors === null) {
                vErrors = [err33];
              } else {
                vErrors.push(err33);
              }
              errors++;
            }
          } else {
            const err34 = {
              instancePath: instancePath + '/requirements/' + i2,
              schemaPath: 'SuiteFileRequirements/items/type',
              keyword: 'type',
              params: { type: 'string' },
              schema: schema93.items.type,
              parentSchema: schema93.items,
              data: data9,
            };
            if (vErrors === null) {
              vErrors = [err34];
            } else {
              vErrors.push(err34);
            }
            errors++;
          }
        }
        let i3 = data8.length;
        let j1;
        if (i3 > 1) {
          const indices1 = {};
          for (; i3--;) {
            let item1 = data8[i3];
            if (typeof item1 !== 'string') {
              continue;
            }
            if (typeof indices1[item1] == 'number') {
              j1 = indices1[item1];
              const err35 = {
                instancePath: instancePath + '/requirements',
                schemaPath: 'SuiteFileRequirements/uniqueItems',
                keyword: 'uniqueItems',
                params: { i: i3, j: j1 },
                schema: true,
                parentSchema: schema93,
                data: data8,
              };
              if (vErrors === null) {
                vErrors = [err35];
              } else {
                vErrors.push(err35);
              }
              errors++;
              break;
            }
            indices1[item1] = i3;
          }
        }
      } else {
        const err36 = {
          instancePath: instancePath + '/requirements',
          schemaPath: 'SuiteFileRequirements/type',
          keyword: 'type',
          params: { type: 'array' },
          schema: schema93.type,
          parentSchema: schema93,
          data: data8,
        };
        if (vErrors === null) {
          vErrors = [err36];
        } else {
          vErrors.push(err36);
        }
        errors++;
      }
    }
    if (data.advisory !== undefined) {
      let data10 = data.advisory;
      if (typeof data10 !== 'boolean') {
        const err37 = {
          instancePath: instancePath + '/advisory',
          schemaPath: '#/properties/advisory/type',
          keyword: 'type',
          params: { type: 'boolean' },
          schema: schema124.properties.advisory.type,
          parentSchema: schema124.properties.advisory,
          data: data10,
        };
        if (vErrors === null) {
          vErrors = [err37];
        } else {
          vErrors.push(err37);
        }
        errors++;
      }
    }
    if (data.reruns !== undefined) {
      let data11 = data.reruns;
      if (!(typeof data11 == 'number' && !(data11 % 1) && !isNaN(data11) && isFinite(data11))) {
        const err38 = {
          instancePath: instancePath + '/reruns',
          schemaPath: 'SuiteFileReruns/type',
          keyword: 'type',
          params: { type: 'integer' },
          schema: schema109.type,
          parentSchema: schema109,
          data: data11,
        };
        if (vErrors === null) {
          vErrors = [err38];
        } else {
          vErrors.push(err38);
        }
        errors++;
      }
      if (typeof data11 == 'number' && isFinite(data11)) {
        if (data11 > 3 || isNaN(data11)) {
          const err39 = {
            instancePath: instancePath + '/reruns',
            schemaPath: 'SuiteFileReruns/maximum',
            keyword: 'maximum',
            params: { comparison: '<=', limit: 3 },
            schema: 3,
            parentSchema: schema109,
            data: data11,
          };
          if (vErrors === null) {
            vErrors = [err39];
          } else {
            vErrors.push(err39);
          }
          errors++;
        }
        if (data11 < 0 || isNaN(data11)) {
          const err40 = {
            instancePath: instancePath + '/reruns',
            schemaPath: 'SuiteFileReruns/minimum',
            keyword: 'minimum',
            params: { comparison: '>=', limit: 0 },
            schema: 0,
            parentSchema: schema109,
            data: data11,
          };
          if (vErrors === null) {
            vErrors = [err40];
          } else {
            vErrors.push(err40);
          }
          errors++;
        }
      }
    }
    if (data.rerunDelayMs !== undefined) {
      let data12 = data.rerunDelayMs;
      if (!(typeof data12 == 'number' && !(data12 % 1) && !isNaN(data12) && isFinite(data12))) {
        const err41 = {
          instancePath: instancePath + '/rerunDelayMs',
          schemaPath: 'SuiteFileRerunDelayMs/type',
          keyword: 'type',
          params: { type: 'integer' },
          schema: schema110.type,
          parentSchema: schema110,
          data: data12,
        };
        if (vErrors === null) {
          vErrors = [err41];
        } else {
          vErrors.push(err41);
        }
        errors++;
      }
      if (typeof data12 == 'number' && isFinite(data12)) {
        if (data12 > 60000 || isNaN(data12)) {
          const err42 = {
            instancePath: instancePath + '/rerunDelayMs',
            schemaPath: 'SuiteFileRerunDelayMs/maximum',
            keyword: 'maximum',
            params: { comparison: '<=', limit: 60000 },
            schema: 60000,
            parentSchema: schema110,
            data: data12,
          };
          if (vErrors === null) {
            vErrors = [err42];
          } else {
            vErrors.push(err42);
          }
          errors++;
        }
        if (data12 < 0 || isNaN(data12)) {
          const err43 = {
            instancePath: instancePath + '/rerunDelayMs',
            schemaPath: 'SuiteFileRerunDelayMs/minimum',
            keyword: 'minimum',
            params: { comparison: '>=', limit: 0 },
            schema: 0,
            parentSchema: schema110,
            data: data12,
          };
          if (vErrors === null) {
            vErrors = [err43];
          } else {
            vErrors.push(err43);
          }
          errors++;
        }
      }
    }
    if (data.token !== undefined) {
      let data13 = data.token;
      if (typeof data13 !== 'boolean' && !(data13 && typeof data13 == 'object' && !Array.isArray(data13))) {
        const err44 = {
          instancePath: instancePath + '/token',
          schemaPath: 'SuiteFileToken/type',
          keyword: 'type',
          params: { type: schema134.type },
          schema: schema134.type,
          parentSchema: schema134,
          data: data13,
        };
        if (vErrors === null) {
          vErrors = [err44];
        } else {
          vErrors.push(err44);
        }
        errors++;
      }
      const _errs46 = errors;
      let valid21 = true;
      const _errs47 = errors;
      if (!(data13 && typeof data13 == 'object' && !Array.isArray(data13))) {
        const err45 = {};
        if (vErrors === null) {
          vErrors = [err45];
        } else {
          vErrors.push(err45);
        }
        errors++;
      }
      var _valid2 = _errs47 === errors;
      errors = _errs46;
      if (vErrors !== null) {
        if (_errs46) {
          vErrors.length = _errs46;
        } else {
          vErrors = null;
        }
      }
      if (_valid2) {
        const _errs49 = errors;
        if (data13 && typeof data13 == 'object' && !Array.isArray(data13)) {
          for (const key1 in data13) {
            if (!(key1 === 'refreshOn' || key1 === 'expiresIn')) {
              const err46 = {
                instancePath: instancePath + '/token',
                schemaPath: 'SuiteFileToken/then/additionalProperties',
                keyword: 'additionalProperties',
                params: { additionalProperty: key1 },
                schema: false,
                parentSchema: schema134.then,
                data: data13,
              };
              if (vErrors === null) {
                vErrors = [err46];
              } else {
                vErrors.push(err46);
              }
              errors++;
            }
          }
          if (data13.refreshOn !== undefined) {
            let data14 = data13.refreshOn;
            if (Array.isArray(data14)) {
              if (data14.length > 20) {
                const err47 = {
                  instancePath: instancePath + '/token/refreshOn',
                  schemaPath: 'SuiteFileToken/then/properties/refreshOn/maxItems',
                  keyword: 'maxItems',
                  params: { limit: 20 },
                  schema: 20,
                  parentSchema: schema134.then.properties.refreshOn,
                  data: data14,
                };
                if (vErrors === null) {
                  vErrors = [err47];
                } else {
                  vErrors.push(err47);
                }
                errors++;
              }
              if (data14.length < 1) {
                const err48 = {
                  instancePath: instancePath + '/token/refreshOn',
                  schemaPath: 'SuiteFileToken/then/properties/refreshOn/minItems',
                  keyword: 'minItems',
                  params: { limit: 1 },
                  schema: 1,
                  parentSchema: schema134.then.properties.refreshOn,
                  data: data14,
                };
                if (vErrors === null) {
                  vErrors = [err48];
                } else {
                  vErrors.push(err48);
                }
                errors++;
              }
              const len2 = data14.length;
              for (let i4 = 0; i4 < len2; i4++) {
                let data15 = data14[i4];
                if (!(typeof data15 == 'number' && !(data15 % 1) && !isNaN(data15) && isFinite(data15))) {
                  const err49 = {
                    instancePath: instancePath + '/token/refreshOn/' + i4,
                    schemaPath: 'SuiteFileToken/then/properties/refreshOn/items/type',
                    keyword: 'type',
                    params: { type: 'integer' },
                    schema: schema134.then.properties.refreshOn.items.type,
                    parentSchema: schema134.then.properties.refreshOn.items,
                    data: data15,
                  };
                  if (vErrors === null) {
                    vErrors = [err49];
                  } else {
                    vErrors.push(err49);
                  }
                  errors++;
                }
                if (typeof data15 == 'number' && isFinite(data15)) {
                  if (data15 > 599 || isNaN(data15)) {
                    const err50 = {
                      instancePath: instancePath + '/token/refreshOn/' + i4,
                      schemaPath: 'SuiteFileToken/then/properties/refreshOn/items/maximum',
                      keyword: 'maximum',
                      params: { comparison: '<=', limit: 599 },
                      schema: 599,
                      parentSchema: schema134.then.properties.refreshOn.items,
                      data: data15,
                    };
                    if (vErrors === null) {
                      vErrors = [err50];
                    } else {
                      vErrors.push(err50);
                    }
                    errors++;
                  }
                  if (data15 < 100 || isNaN(data15)) {
                    const err51 = {
                      instancePath: instancePath + '/token/refreshOn/' + i4,
                      schemaPath: 'SuiteFileToken/then/properties/refreshOn/items/minimum',
                      keyword: 'minimum',
                      params: { comparison: '>=', limit: 100 },
                      schema: 100,
                      parentSchema: schema134.then.properties.refreshOn.items,
                      data: data15,
                    };
                    if (vErrors === null) {
                      vErrors = [err51];
                    } else {
                      vErrors.push(err51);
                    }
                    errors++;
                  }
                }
              }
              let i5 = data14.length;
              let j2;
              if (i5 > 1) {
                const indices2 = {};
                for (; i5--;) {
                  let item2 = data14[i5];
                  if (!(typeof item2 == 'number' && !(item2 % 1) && !isNaN(item2) && isFinite(item2))) {
                    continue;
                  }
                  if (typeof indices2[item2] == 'number') {
                    j2 = indices2[item2];
                    const err52 = {
                      instancePath: instancePath + '/token/refreshOn',
                      schemaPath: 'SuiteFileToken/then/properties/refreshOn/uniqueItems',
                      keyword: 'uniqueItems',
                      params: { i: i5, j: j2 },
                      schema: true,
                      parentSchema: schema134.then.properties.refreshOn,
                      data: data14,
                    };
                    if (vErrors === null) {
                      vErrors = [err52];
                    } else {
                      vErrors.push(err52);
                    }
                    errors++;
                    break;
                  }
                  indices2[item2] = i5;
                }
              }
            } else {
              const err53 = {
                instancePath: instancePath + '/token/refreshOn',
                schemaPath: 'SuiteFileToken/then/properties/refreshOn/type',
                keyword: 'type',
                params: { type: 'array' },
                schema: schema134.then.properties.refreshOn.type,
                parentSchema: schema134.then.properties.refreshOn,
                data: data14,
              };
              if (vErrors === null) {
                vErrors = [err53];
              } else {
                vErrors.push(err53);
              }
              errors++;
            }
          }
          if (data13.expiresIn !== undefined) {
            let data16 = data13.expiresIn;
            if (!(typeof data16 == 'number' && isFinite(data16)) && typeof data16 !== 'string') {
              const err54 = {
                instancePath: instancePath + '/token/expiresIn',
                schemaPath: 'SuiteFileToken/then/properties/expiresIn/type',
                keyword: 'type',
                params: { type: schema134.then.properties.expiresIn.type },
                schema: schema134.then.properties.expiresIn.type,
                parentSchema: schema134.then.properties.expiresIn,
                data: data16,
              };
              if (vErrors === null) {
                vErrors = [err54];
              } else {
                vErrors.push(err54);
              }
              errors++;
            }
            if (typeof data16 == 'number' && isFinite(data16)) {
              if (data16 > 86400 || isNaN(data16)) {
                const err55 = {
                  instancePath: instancePath + '/token/expiresIn',
                  schemaPath: 'SuiteFileToken/then/properties/expiresIn/maximum',
                  keyword: 'maximum',
                  params: { comparison: '<=', limit: 86400 },
                  schema: 86400,
                  parentSchema: schema134.then.properties.expiresIn,
                  data: data16,
                };
                if (vErrors === null) {
                  vErrors = [err55];
                } else {
                  vErrors.push(err55);
                }
                errors++;
              }
              if (data16 < 1 || isNaN(data16)) {
                const err56 = {
                  instancePath: instancePath + '/token/expiresIn',
                  schemaPath: 'SuiteFileToken/then/properties/expiresIn/minimum',
                  keyword: 'minimum',
                  params: { comparison: '>=', limit: 1 },
                  schema: 1,
                  parentSchema: schema134.then.properties.expiresIn,
                  data: data16,
                };
                if (vErrors === null) {
                  vErrors = [err56];
                } else {
                  vErrors.push(err56);
                }
                errors++;
              }
            }
            if (typeof data16 === 'string') {
              if (func3(data16) > 1000) {
                const err57 = {
                  instancePath: instancePath + '/token/expiresIn',
                  schemaPath: 'SuiteFileToken/then/properties/expiresIn/maxLength',
                  keyword: 'maxLength',
                  params: { limit: 1000 },
                  schema: 1000,
                  parentSchema: schema134.then.properties.expiresIn,
                  data: data16,
                };
                if (vErrors === null) {
                  vErrors = [err57];
                } else {
                  vErrors.push(err57);
                }
                errors++;
              }
              if (!pattern74.test(data16)) {
                const err58 = {
                  instancePath: instancePath + '/token/expiresIn',
                  schemaPath: 'SuiteFileToken/then/properties/expiresIn/pattern',
                  keyword: 'pattern',
                  params: { pattern: '^\\$' },
                  schema: '^\\$',
                  parentSchema: schema134.then.properties.expiresIn,
                  data: data16,
                };
                if (vErrors === null) {
                  vErrors = [err58];
                } else {
                  vErrors.push(err58);
                }
                errors++;
              }
            }
          }
        }
        var _valid2 = _errs49 === errors;
        valid21 = _valid2;
      }
      if (!valid21) {
        const err59 = {
          instancePath: instancePath + '/token',
          schemaPath: 'SuiteFileToken/if',
          keyword: 'if',
          params: { failingKeyword: 'then' },
          schema: schema134.if,
          parentSchema: schema134,
          data: data13,
        };
        if (vErrors === null) {
          vErrors = [err59];
        } else {
          vErrors.push(err59);
        }
        errors++;
      }
    }
    if (data.dependsOn !== undefined) {
      let data17 = data.dependsOn;
      if (Array.isArray(data17)) {
        if (data17.length > 100) {
          const err60 = {
            instancePath: instancePath + '/dependsOn',
            schemaPath: '#/properties/dependsOn/maxItems',
            keyword: 'maxItems',
            params: { limit: 100 },
            schema: 100,
            parentSchema: schema124.properties.dependsOn,
            data: data17,
          };
          if (vErrors === null) {
            vErrors = [err60];
          } else {
            vErrors.push(err60);
          }
          errors++;
        }
        const len3 = data17.length;
        for (let i6 = 0; i6 < len3; i6++) {
          if (
            !validate69(data17[i6], {
              instancePath: instancePath + '/dependsOn/' + i6,
              parentData: data17,
              parentDataProperty: i6,
              rootData,
            })
          ) {
            vErrors = joinErrors(vErrors, validate69.errors);
            errors = vErrors.length;
          }
        }
        let i7 = data17.length;
        let j3;
        if (i7 > 1) {
          outer0: for (; i7--;) {
            for (j3 = i7; j3--;) {
              if (func0(data17[i7], data17[j3])) {
                const err61 = {
                  instancePath: instancePath + '/dependsOn',
                  schemaPath: '#/properties/dependsOn/uniqueItems',
                  keyword: 'uniqueItems',
                  params: { i: i7, j: j3 },
                  schema: true,
                  parentSchema: schema124.properties.dependsOn,
                  data: data17,
                };
                if (vErrors === null) {
                  vErrors = [err61];
                } else {
                  vErrors.push(err61);
                }
                errors++;
                break outer0;
              }
            }
          }
        }
      } else {
        const err62 = {
          instancePath: instancePath + '/dependsOn',
          schemaPath: '#/properties/dependsOn/type',
          keyword: 'type',
          params: { type: 'array' },
          schema: schema124.properties.dependsOn.type,
          parentSchema: schema124.properties.dependsOn,
          data: data17,
        };
        if (vErrors === null) {
          vErrors = [err62];
        } else {
          vErrors.push(err62);
        }
        errors++;
      }
    }
    if (data.requires !== undefined) {
      let data19 = data.requires;
      if (Array.isArray(data19)) {
        if (data19.length > 20) {
          const err63 = {
            instancePath: instancePath + '/requires',
            schemaPath: '#/properties/requires/maxItems',
            keyword: 'maxItems',
            params: { limit: 20 },
            schema: 20,
            parentSchema: schema124.properties.requires,
            data: data19,
          };
          if (vErrors === null) {
            vErrors = [err63];
          } else {
            vErrors.push(err63);
          }
          errors++;
        }
        if (data19.length < 1) {
          const err64 = {
            instancePath: instancePath + '/requires',
            schemaPath: '#/properties/requires/minItems',
            keyword: 'minItems',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema124.properties.requires,
            data: data19,
          };
          if (vErrors === null) {
            vErrors = [err64];
          } else {
            vErrors.push(err64);
          }
          errors++;
        }
        const len4 = data19.length;
        for (let i8 = 0; i8 < len4; i8++) {
          if (
            !validate71(data19[i8], {
              instancePath: instancePath + '/requires/' + i8,
              parentData: data19,
              parentDataProperty: i8,
              rootData,
            })
          ) {
            vErrors = joinErrors(vErrors, validate71.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err65 = {
          instancePath: instancePath + '/requires',
          schemaPath: '#/properties/requires/type',
          keyword: 'type',
          params: { type: 'array' },
          schema: schema124.properties.requires.type,
          parentSchema: schema124.properties.requires,
          data: data19,
        };
        if (vErrors === null) {
          vErrors = [err65];
        } else {
          vErrors.push(err65);
        }
        errors++;
      }
    }
    if (data.flow !== undefined) {
      let data21 = data.flow;
      if (typeof data21 === 'string') {
        if (!pattern1.test(data21)) {
          const err66 = {
            instancePath: instancePath + '/flow',
            schemaPath: 'SuiteFileId/pattern',
            keyword: 'pattern',
            params: { pattern: '^[a-z0-9][a-z0-9-]{0,62}$' },
            schema: '^[a-z0-9][a-z0-9-]{0,62}$',
            parentSchema: schema86,
            data: data21,
          };
          if (vErrors === null) {
            vErrors = [err66];
          } else {
            vErrors.push(err66);
          }
          errors++;
        }
      } else {
        const err67 = {
          instancePath: instancePath + '/flow',
          schemaPath: 'SuiteFileId/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema86.type,
          parentSchema: schema86,
          data: data21,
        };
        if (vErrors === null) {
          vErrors = [err67];
        } else {
          vErrors.push(err67);
        }
        errors++;
      }
    }
    if (data.rows !== undefined) {
      if (
        !validate56(data.rows, {
          instancePath: instancePath + '/rows',
          parentData: data,
          parentDataProperty: 'rows',
          rootData,
        })
      ) {
        vErrors = joinErrors(vErrors, validate56.errors);
        errors = vErrors.length;
      }
    }
    if (data.stage !== undefined) {
      let data23 = data.stage;
      if (!(data23 === 'setup' || data23 === 'teardown')) {
        const err68 = {
          instancePath: instancePath + '/stage',
          schemaPath: '#/properties/stage/enum',
          keyword: 'enum',
          params: { allowedValues: schema124.properties.stage.enum },
          schema: schema124.properties.stage.enum,
          parentSchema: schema124.properties.stage,
          data: data23,
        };
        if (vErrors === null) {
          vErrors = [err68];
        } else {
          vErrors.push(err68);
        }
        errors++;
      }
    }
    if (data.request !== undefined) {
      if (
        !validate74(data.request, {
          instancePath: instancePath + '/request',
          parentData: data,
          parentDataProperty: 'request',
          rootData,
        })
      ) {
        vErrors = joinErrors(vErrors, validate74.errors);
        errors = vErrors.length;
      }
    }
    if (data.receive !== undefined) {
      if (
        !validate82(data.receive, {
          instancePath: instancePath + '/receive',
          parentData: data,
          parentDataProperty: 'receive',
          rootData,
        })
      ) {
        vErrors = joinErrors(vErrors, validate82.errors);
        errors = vErrors.length;
      }
    }
    if (data.publish !== undefined) {
      let data26 = data.publish;
      const _errs73 = errors;
      let valid33 = false;
      let passing1 = null;
      const _errs74 = errors;
      if (data26 && typeof data26 == 'object' && !Array.isArray(data26)) {
        if (data26.json === undefined) {
          const err69 = {
            instancePath: instancePath + '/publish',
            schemaPath: 'SuiteFilePublish/oneOf/0/required',
            keyword: 'required',
            params: { missingProperty: 'json' },
            schema: schema239.oneOf[0].required,
            parentSchema: schema239.oneOf[0],
            data: data26,
          };
          if (vErrors === null) {
            vErrors = [err69];
          } else {
            vErrors.push(err69);
          }
          errors++;
        }
      }
      var _valid3 = _errs74 === errors;
      if (_valid3) {
        valid33 = true;
        passing1 = 0;
      }
      const _errs75 = errors;
      if (data26 && typeof data26 == 'object' && !Array.isArray(data26)) {
        if (data26.body === undefined) {
          const err70 = {
            instancePath: instancePath + '/publish',
            schemaPath: 'SuiteFilePublish/oneOf/1/required',
            keyword: 'required',
            params: { missingProperty: 'body' },
            schema: schema239.oneOf[1].required,
            parentSchema: schema239.oneOf[1],
            data: data26,
          };
          if (vErrors === null) {
            vErrors = [err70];
          } else {
            vErrors.push(err70);
          }
          errors++;
        }
      }
      var _valid3 = _errs75 === errors;
      if (_valid3 && valid33) {
        valid33 = false;
        passing1 = [passing1, 1];
      } else {
        if (_valid3) {
          valid33 = true;
          passing1 = 1;
        }
      }
      if (!valid33) {
        const err71 = {
          instancePath: instancePath + '/publish',
          schemaPath: 'SuiteFilePublish/oneOf',
          keyword: 'oneOf',
          params: { passingSchemas: passing1 },
          schema: schema239.oneOf,
          parentSchema: schema239,
          data: data26,
        };
        if (vErrors === null) {
          vErrors = [err71];
        } else {
          vErrors.push(err71);
        }
        errors++;
      } else {
        errors = _errs73;
        if (vErrors !== null) {
          if (_errs73) {
            vErrors.length = _errs73;
          } else {
            vErrors = null;
          }
        }
      }
      if (data26 && typeof data26 == 'object' && !Array.isArray(data26)) {
        if (data26.to === undefined) {
          const err72 = {
            instancePath: instancePath + '/publish',
            schemaPath: 'SuiteFilePublish/required',
            keyword: 'required',
            params: { missingProperty: 'to' },
            schema: schema239.required,
            parentSchema: schema239,
            data: data26,
          };
          if (vErrors === null) {
            vErrors = [err72];
          } else {
            vErrors.push(err72);
          }
          errors++;
        }
        for (const key2 in data26) {
          if (!(key2 === 'to' || key2 === 'json' || key2 === 'body' || key2 === 'attributes' || key2 === 'group')) {
            const err73 = {
              instancePath: instancePath + '/publish',
              schemaPath: 'SuiteFilePublish/additionalProperties',
              keyword: 'additionalProperties',
              params: { additionalProperty: key2 },
              schema: false,
              parentSchema: schema239,
              data: data26,
            };
            if (vErrors === null) {
              vErrors = [err73];
            } else {
              vErrors.push(err73);
            }
            errors++;
          }
        }
        if (data26.to !== undefined) {
          let data27 = data26.to;
          const _errs79 = errors;
          let valid35 = false;
          let passing2 = null;
          const _errs80 = errors;
          if (data27 && typeof data27 == 'object' && !Array.isArray(data27)) {
            if (data27.queue === undefined) {
              const err74 = {
                instancePath: instancePath + '/publish/to',
                schemaPath: 'SuiteFilePublish/properties/to/oneOf/0/required',
                keyword: 'required',
                params: { missingProperty: 'queue' },
                schema: schema239.properties.to.oneOf[0].required,
                parentSchema: schema239.properties.to.oneOf[0],
                data: data27,
              };
              if (vErrors === null) {
                vErrors = [err74];
              } else {
                vErrors.push(err74);
              }
              errors++;
            }
          }
          var _valid4 = _errs80 === errors;
          if (_valid4) {
            valid35 = true;
            passing2 = 0;
          }
          const _errs81 = errors;
          if (data27 && typeof data27 == 'object' && !Array.isArray(data27)) {
            if (data27.topic === undefined) {
              const err75 = {
                instancePath: instancePath + '/publish/to',
                schemaPath: 'SuiteFilePublish/properties/to/oneOf/1/required',
                keyword: 'required',
                params: { missingProperty: 'topic' },
                schema: schema239.properties.to.oneOf[1].required,
                parentSchema: schema239.properties.to.oneOf[1],
                data: data27,
              };
              if (vErrors === null) {
                vErrors = [err75];
              } else {
                vErrors.push(err75);
              }
              errors++;
            }
          }
          var _valid4 = _errs81 === errors;
          if (_valid4 && valid35) {
            valid35 = false;
            passing2 = [passing2, 1];
          } else {
            if (_valid4) {
              valid35 = true;
              passing2 = 1;
            }
            const _errs82 = errors;
            if (data27 && typeof data27 == 'object' && !Array.isArray(data27)) {
              if (data27.bus === undefined) {
                const err76 = {
                  instancePath: instancePath + '/publish/to',
                  schemaPath: 'SuiteFilePublish/properties/to/oneOf/2/required',
                  keyword: 'required',
                  params: { missingProperty: 'bus' },
                  schema: schema239.properties.to.oneOf[2].required,
                  parentSchema: schema239.properties.to.oneOf[2],
                  data: data27,
                };
                if (vErrors === null) {
                  vErrors = [err76];
                } else {
                  vErrors.push(err76);
                }
                errors++;
              }
            }
            var _valid4 = _errs82 === errors;
            if (_valid4 && valid35) {
              valid35 = false;
              passing2 = [passing2, 2];
            } else {
              if (_valid4) {
                valid35 = true;
                passing2 = 2;
              }
            }
          }
          if (!valid35) {
            const err77 = {
              instancePath: instancePath + '/publish/to',
              schemaPath: 'SuiteFilePublish/properties/to/oneOf',
              keyword: 'oneOf',
              params: { passingSchemas: passing2 },
              schema: schema239.properties.to.oneOf,
              parentSchema: schema239.properties.to,
              data: data27,
            };
            if (vErrors === null) {
              vErrors = [err77];
            } else {
              vErrors.push(err77);
            }
            errors++;
          } else {
            errors = _errs79;
            if (vErrors !== null) {
              if (_errs79) {
                vErrors.length = _errs79;
              } else {
                vErrors = null;
              }
            }
          }
          if (data27 && typeof data27 == 'object' && !Array.isArray(data27)) {
            for (const key3 in data27) {
              if (!(
                key3 === 'queue' ||
                key3 === 'topic' ||
                key3 === 'bus' ||
                key3 === 'source' ||
                key3 === 'detailType'
              )) {
                const err78 = {
                  instancePath: instancePath + '/publish/to',
                  schemaPath: 'SuiteFilePublish/properties/to/additionalProperties',
                  keyword: 'additionalProperties',
                  params: { additionalProperty: key3 },
                  schema: false,
                  parentSchema: schema239.properties.to,
                  data: data27,
                };
                if (vErrors === null) {
                  vErrors = [err78];
                } else {
                  vErrors.push(err78);
                }
                errors++;
              }
            }
            if (data27.queue !== undefined) {
              let data28 = data27.queue;
              if (typeof data28 === 'string') {
                if (func3(data28) > 2048) {
                  const err79 = {
                    instancePath: instancePath + '/publish/to/queue',
                    schemaPath: 'SuiteFilePublish/properties/to/properties/queue/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 2048 },
                    schema: 2048,
                    parentSchema: schema239.properties.to.properties.queue,
                    data: data28,
                  };
                  if (vErrors === null) {
                    vErrors = [err79];
                  } else {
                    vErrors.push(err79);
                  }
                  errors++;
                }
                if (func3(data28) < 1) {
                  const err80 = {
                    instancePath: instancePath + '/publish/to/queue',
                    schemaPath: 'SuiteFilePublish/properties/to/properties/queue/minLength',
                    keyword: 'minLength',
                    params: { limit: 1 },
                    schema: 1,
                    parentSchema: schema239.properties.to.properties.queue,
                    data: data28,
                  };
                  if (vErrors === null) {
                    vErrors = [err80];
                  } else {
                    vErrors.push(err80);
                  }
                  errors++;
                }
              } else {
                const err81 = {
                  instancePath: instancePath + '/publish/to/queue',
                  schemaPath: 'SuiteFilePublish/properties/to/properties/queue/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  schema: schema239.properties.to.properties.queue.type,
                  parentSchema: schema239.properties.to.properties.queue,
                  data: data28,
                };
                if (vErrors === null) {
                  vErrors = [err81];
                } else {
                  vErrors.push(err81);
                }
                errors++;
              }
            }
            if (data27.topic !== undefined) {
              let data29 = data27.topic;
              if (typeof data29 === 'string') {
                if (func3(data29) > 2048) {
                  const err82 = {
                    instancePath: instancePath + '/publish/to/topic',
                    schemaPath: 'SuiteFilePublish/properties/to/properties/topic/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 2048 },
                    schema: 2048,
                    parentSchema: schema239.properties.to.properties.topic,
                    data: data29,
                  };
                  if (vErrors === null) {
                    vErrors = [err82];
                  } else {
                    vErrors.push(err82);
                  }
                  errors++;
                }
                if (func3(data29) < 1) {
                  const err83 = {
                    instancePath: instancePath + '/publish/to/topic',
                    schemaPath: 'SuiteFilePublish/properties/to/properties/topic/minLength',
                    keyword: 'minLength',
                    params: { limit: 1 },
                    schema: 1,
                    parentSchema: schema239.properties.to.properties.topic,
                    data: data29,
                  };
                  if (vErrors === null) {
                    vErrors = [err83];
                  } else {
                    vErrors.push(err83);
                  }
                  errors++;
                }
              } else {
                const err84 = {
                  instancePath: instancePath + '/publish/to/topic',
                  schemaPath: 'SuiteFilePublish/properties/to/properties/topic/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  schema: schema239.properties.to.properties.topic.type,
                  parentSchema: schema239.properties.to.properties.topic,
                  data: data29,
                };
                if (vErrors === null) {
                  vErrors = [err84];
                } else {
                  vErrors.push(err84);
                }
                errors++;
              }
            }
            if (data27.bus !== undefined) {
              let data30 = data27.bus;
              if (typeof data30 === 'string') {
                if (func3(data30) > 2048) {
                  const err85 = {
                    instancePath: instancePath + '/publish/to/bus',
                    schemaPath: 'SuiteFilePublish/properties/to/properties/bus/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 2048 },
                    schema: 2048,
                    parentSchema: schema239.properties.to.properties.bus,
                    data: data30,
                  };
                  if (vErrors === null) {
                    vErrors = [err85];
                  } else {
                    vErrors.push(err85);
                  }
                  errors++;
                }
                if (func3(data30) < 1) {
                  const err86 = {
                    instancePath: instancePath + '/publish/to/bus',
                    schemaPath: 'SuiteFilePublish/properties/to/properties/bus/minLength',
                    keyword: 'minLength',
                    params: { limit: 1 },
                    schema: 1,
                    parentSchema: schema239.properties.to.properties.bus,
                    data: data30,
                  };
                  if (vErrors === null) {
                    vErrors = [err86];
                  } else {
                    vErrors.push(err86);
                  }
                  errors++;
                }
              } else {
                const err87 = {
                  instancePath: instancePath + '/publish/to/bus',
                  schemaPath: 'SuiteFilePublish/properties/to/properties/bus/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  schema: schema239.properties.to.properties.bus.type,
                  parentSchema: schema239.properties.to.properties.bus,
                  data: data30,
                };
                if (vErrors === null) {
                  vErrors = [err87];
                } else {
                  vErrors.push(err87);
                }
                errors++;
              }
            }
            if (data27.source !== undefined) {
              let data31 = data27.source;
              if (typeof data31 === 'string') {
                if (func3(data31) > 2048) {
                  const err88 = {
                    instancePath: instancePath + '/publish/to/source',
                    schemaPath: 'SuiteFilePublish/properties/to/properties/source/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 2048 },
                    schema: 2048,
                    parentSchema: schema239.properties.to.properties.source,
                    data: data31,
                  };
                  if (vErrors === null) {
                    vErrors = [err88];
                  } else {
                    vErrors.push(err88);
                  }
                  errors++;
                }
                if (func3(data31) < 1) {
                  const err89 = {
                    instancePath: instancePath + '/publish/to/source',
                    schemaPath: 'SuiteFilePublish/properties/to/properties/source/minLength',
                    keyword: 'minLength',
                    params: { limit: 1 },
                    schema: 1,
                    parentSchema: schema239.properties.to.properties.source,
                    data: data31,
                  };
                  if (vErrors === null) {
                    vErrors = [err89];
                  } else {
                    vErrors.push(err89);
                  }
                  errors++;
                }
              } else {
                const err90 = {
                  instancePath: instancePath + '/publish/to/source',
                  schemaPath: 'SuiteFilePublish/properties/to/properties/source/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  schema: schema239.properties.to.properties.source.type,
                  parentSchema: schema239.properties.to.properties.source,
                  data: data31,
                };
                if (vErrors === null) {
                  vErrors = [err90];
                } else {
                  vErrors.push(err90);
                }
                errors++;
              }
            }
            if (data27.detailType !== undefined) {
              let data32 = data27.detailType;
              if (typeof data32 === 'string') {
                if (func3(data32) > 2048) {
                  const err91 = {
                    instancePath: instancePath + '/publish/to/detailType',
                    schemaPath: 'SuiteFilePublish/properties/to/properties/detailType/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 2048 },
                    schema: 2048,
                    parentSchema: schema239.properties.to.properties.detailType,
                    data: data32,
                  };
                  if (vErrors === null) {
                    vErrors = [err91];
                  } else {
                    vErrors.push(err91);
                  }
                  errors++;
                }
                if (func3(data32) < 1) {
                  const err92 = {
                    instancePath: instancePath + '/publish/to/detailType',
                    schemaPath: 'SuiteFilePublish/properties/to/properties/detailType/minLength',
                    keyword: 'minLength',
                    params: { limit: 1 },
                    schema: 1,
                    parentSchema: schema239.properties.to.properties.detailType,
                    data: data32,
                  };
                  if (vErrors === null) {
                    vErrors = [err92];
                  } else {
                    vErrors.push(err92);
                  }
                  errors++;
                }
              } else {
                const err93 = {
                  instancePath: instancePath + '/publish/to/detailType',
                  schemaPath: 'SuiteFilePublish/properties/to/properties/detailType/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  schema: schema239.properties.to.properties.detailType.type,
                  parentSchema: schema239.properties.to.properties.detailType,
                  data: data32,
                };
                if (vErrors === null) {
                  vErrors = [err93];
                } else {
                  vErrors.push(err93);
                }
                errors++;
              }
            }
            if (data27.bus !== undefined) {
              if (data27.source === undefined) {
                const err94 = {
                  instancePath: instancePath + '/publish/to',
                  schemaPath: 'SuiteFilePublish/properties/to/dependentRequired',
                  keyword: 'dependentRequired',
                  params: { property: 'bus', missingProperty: 'source', depsCount: 2, deps: 'source, detailType' },
                  schema: schema239.properties.to.dependentRequired,
                  parentSchema: schema239.properties.to,
                  data: data27,
                };
                if (vErrors === null) {
                  vErrors = [err94];
                } else {
                  vErrors.push(err94);
                }
                errors++;
              }
              if (data27.detailType === undefined) {
                const err95 = {
                  instancePath: instancePath + '/publish/to',
                  schemaPath: 'SuiteFilePublish/properties/to/dependentRequired',
                  keyword: 'dependentRequired',
                  params: { property: 'bus', missingProperty: 'detailType', depsCount: 2, deps: 'source, detailType' },
                  schema: schema239.properties.to.dependentRequired,
                  parentSchema: schema239.properties.to,
                  data: data27,
                };
                if (vErrors === null) {
                  vErrors = [err95];
                } else {
                  vErrors.push(err95);
                }
                errors++;
              }
            }
            if (data27.source !== undefined) {
              if (data27.bus === undefined) {
                const err96 = {
                  instancePath: instancePath + '/publish/to',
                  schemaPath: 'SuiteFilePublish/properties/to/dependentRequired',
                  keyword: 'dependentRequired',
                  params: { property: 'source', missingProperty: 'bus', depsCount: 1, deps: 'bus' },
                  schema: schema239.properties.to.dependentRequired,
                  parentSchema: schema239.properties.to,
                  data: data27,
                };
                if (vErrors === null) {
                  vErrors = [err96];
                } else {
                  vErrors.push(err96);
                }
                errors++;
              }
            }
            if (data27.detailType !== undefined) {
              if (data27.bus === undefined) {
                const err97 = {
                  instancePath: instancePath + '/publish/to',
                  schemaPath: 'SuiteFilePublish/properties/to/dependentRequired',
                  keyword: 'dependentRequired',
                  params: { property: 'detailType', missingProperty: 'bus', depsCount: 1, deps: 'bus' },
                  schema: schema239.properties.to.dependentRequired,
                  parentSchema: schema239.properties.to,
                  data: data27,
                };
                if (vErrors === null) {
                  vErrors = [err97];
                } else {
                  vErrors.push(err97);
                }
                errors++;
              }
            }
          } else {
            const err98 = {
              instancePath: instancePath + '/publish/to',
              schemaPath: 'SuiteFilePublish/properties/to/type',
              keyword: 'type',
              params: { type: 'object' },
              schema: schema239.properties.to.type,
              parentSchema: schema239.properties.to,
              data: data27,
            };
            if (vErrors === null) {
              vErrors = [err98];
            } else {
              vErrors.push(err98);
            }
            errors++;
          }
        }
        if (data26.body !== undefined) {
          let data33 = data26.body;
          if (typeof data33 === 'string') {
            if (func3(data33) > 262144) {
              const err99 = {
                instancePath: instancePath + '/publish/body',
                schemaPath: 'SuiteFilePublish/properties/body/maxLength',
                keyword: 'maxLength',
                params: { limit: 262144 },
                schema: 262144,
                parentSchema: schema239.properties.body,
                data: data33,
              };
              if (vErrors === null) {
                vErrors = [err99];
              } else {
                vErrors.push(err99);
              }
              errors++;
            }
          } else {
            const err100 = {
              instancePath: instancePath + '/publish/body',
              schemaPath: 'SuiteFilePublish/properties/body/type',
              keyword: 'type',
              params: { type: 'string' },
              schema: schema239.properties.body.type,
              parentSchema: schema239.properties.body,
              data: data33,
            };
            if (vErrors === null) {
              vErrors = [err100];
            } else {
              vErrors.push(err100);
            }
            errors++;
          }
        }
        if (data26.attributes !== undefined) {
          let data34 = data26.attributes;
          if (data34 && typeof data34 == 'object' && !Array.isArray(data34)) {
            if (Object.keys(data34).length > 10) {
              const err101 = {
                instancePath: instancePath + '/publish/attributes',
                schemaPath: 'SuiteFilePublish/properties/attributes/maxProperties',
                keyword: 'maxProperties',
                params: { limit: 10 },
                schema: 10,
                parentSchema: schema239.properties.attributes,
                data: data34,
              };
              if (vErrors === null) {
                vErrors = [err101];
              } else {
                vErrors.push(err101);
              }
              errors++;
            }
            for (const key4 in data34) {
              let data35 = data34[key4];
              if (
                typeof data35 !== 'string' &&
                !(typeof data35 == 'number' && isFinite(data35)) &&
                typeof data35 !== 'boolean'
              ) {
                const err102 = {
                  instancePath: instancePath + '/publish/attributes/' + key4.replace(/~/g, '~0').replace(/\//g, '~1'),
                  schemaPath: 'SuiteFilePublish/properties/attributes/additionalProperties/type',
                  keyword: 'type',
                  params: { type: schema239.properties.attributes.additionalProperties.type },
                  schema: schema239.properties.attributes.additionalProperties.type,
                  parentSchema: schema239.properties.attributes.additionalProperties,
                  data: data35,
                };
                if (vErrors === null) {
                  vErrors = [err102];
                } else {
                  vErrors.push(err102);
                }
                errors++;
              }
            }
          } else {
            const err103 = {
              instancePath: instancePath + '/publish/attributes',
              schemaPath: 'SuiteFilePublish/properties/attributes/type',
              keyword: 'type',
              params: { type: 'object' },
              schema: schema239.properties.attributes.type,
              parentSchema: schema239.properties.attributes,
              data: data34,
            };
            if (vErrors === null) {
              vErrors = [err103];
            } else {
              vErrors.push(err103);
            }
            errors++;
          }
        }
        if (data26.group !== undefined) {
          let data36 = data26.group;
          if (typeof data36 === 'string') {
            if (func3(data36) > 2048) {
              const err104 = {
                instancePath: instancePath + '/publish/group',
                schemaPath: 'SuiteFilePublish/properties/group/maxLength',
                keyword: 'maxLength',
                params: { limit: 2048 },
                schema: 2048,
                parentSchema: schema239.properties.group,
                data: data36,
              };
              if (vErrors === null) {
                vErrors = [err104];
              } else {
                vErrors.push(err104);
              }
              errors++;
            }
            if (func3(data36) < 1) {
              const err105 = {
                instancePath: instancePath + '/publish/group',
                schemaPath: 'SuiteFilePublish/properties/group/minLength',
                keyword: 'minLength',
                params: { limit: 1 },
                schema: 1,
                parentSchema: schema239.properties.group,
                data: data36,
              };
              if (vErrors === null) {
                vErrors = [err105];
              } else {
                vErrors.push(err105);
              }
              errors++;
            }
          } else {
            const err106 = {
              instancePath: instancePath + '/publish/group',
              schemaPath: 'SuiteFilePublish/properties/group/type',
              keyword: 'type',
              params: { type: 'string' },
              schema: schema239.properties.group.type,
              parentSchema: schema239.properties.group,
              data: data36,
            };
            if (vErrors === null) {
              vErrors = [err106];
            } else {
              vErrors.push(err106);
            }
            errors++;
          }
        }
      } else {
        const err107 = {
          instancePath: instancePath + '/publish',
          schemaPath: 'SuiteFilePublish/type',
          keyword: 'type',
          params: { type: 'object' },
          schema: schema239.type,
          parentSchema: schema239,
          data: data26,
        };
        if (vErrors === null) {
          vErrors = [err107];
        } else {
          vErrors.push(err107);
        }
        errors++;
      }
    }
    if (data.consume !== undefined) {
      if (
        !validate97(data.consume, {
          instancePath: instancePath + '/consume',
          parentData: data,
          parentDataProperty: 'consume',
          rootData,
        })
      ) {
        vErrors = joinErrors(vErrors, validate97.errors);
        errors = vErrors.length;
      }
    }
    if (data.poll !== undefined) {
      if (
        !validate100(data.poll, {
          instancePath: instancePath + '/poll',
          parentData: data,
          parentDataProperty: 'poll',
          rootData,
        })
      ) {
        vErrors = joinErrors(vErrors, validate100.errors);
        errors = vErrors.length;
      }
    }
    if (data.setup !== undefined) {
      let data39 = data.setup;
      if (Array.isArray(data39)) {
        if (data39.length > 50) {
          const err108 = {
            instancePath: instancePath + '/setup',
            schemaPath: '#/properties/setup/maxItems',
            keyword: 'maxItems',
            params: { limit: 50 },
            schema: 50,
            parentSchema: schema124.properties.setup,
            data: data39,
          };
          if (vErrors === null) {
            vErrors = [err108];
          } else {
            vErrors.push(err108);
          }
          errors++;
        }
        if (data39.length < 1) {
          const err109 = {
            instancePath: instancePath + '/setup',
            schemaPath: '#/properties/setup/minItems',
            keyword: 'minItems',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema124.properties.setup,
            data: data39,
          };
          if (vErrors === null) {
            vErrors = [err109];
          } else {
            vErrors.push(err109);
          }
          errors++;
        }
        const len5 = data39.length;
        for (let i9 = 0; i9 < len5; i9++) {
          if (
            !validate103(data39[i9], {
              instancePath: instancePath + '/setup/' + i9,
              parentData: data39,
              parentDataProperty: i9,
              rootData,
            })
          ) {
            vErrors = joinErrors(vErrors, validate103.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err110 = {
          instancePath: instancePath + '/setup',
          schemaPath: '#/properties/setup/type',
          keyword: 'type',
          params: { type: 'array' },
          schema: schema124.properties.setup.type,
          parentSchema: schema124.properties.setup,
          data: data39,
        };
        if (vErrors === null) {
          vErrors = [err110];
        } else {
          vErrors.push(err110);
        }
        errors++;
      }
    }
    if (data.teardown !== undefined) {
      let data41 = data.teardown;
      if (Array.isArray(data41)) {
        if (data41.length > 50) {
          const err111 = {
            instancePath: instancePath + '/teardown',
            schemaPath: '#/properties/teardown/maxItems',
            keyword: 'maxItems',
            params: { limit: 50 },
            schema: 50,
            parentSchema: schema124.properties.teardown,
            data: data41,
          };
          if (vErrors === null) {
            vErrors = [err111];
          } else {
            vErrors.push(err111);
          }
          errors++;
        }
        if (data41.length < 1) {
          const err112 = {
            instancePath: instancePath + '/teardown',
            schemaPath: '#/properties/teardown/minItems',
            keyword: 'minItems',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema124.properties.teardown,
            data: data41,
          };
          if (vErrors === null) {
            vErrors = [err112];
          } else {
            vErrors.push(err112);
          }
          errors++;
        }
        const len6 = data41.length;
        for (let i10 = 0; i10 < len6; i10++) {
          if (
            !validate103(data41[i10], {
              instancePath: instancePath + '/teardown/' + i10,
              parentData: data41,
              parentDataProperty: i10,
              rootData,
            })
          ) {
            vErrors = joinErrors(vErrors, validate103.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err113 = {
          instancePath: instancePath + '/teardown',
          schemaPath: '#/properties/teardown/type',
          keyword: 'type',
          params: { type: 'array' },
          schema: schema124.properties.teardown.type,
          parentSchema: schema124.properties.teardown,
          data: data41,
        };
        if (vErrors === null) {
          vErrors = [err113];
        } else {
          vErrors.push(err113);
        }
        errors++;
      }
    }
    if (data.creates !== undefined) {
      let data43 = data.creates;
      if (Array.isArray(data43)) {
        if (data43.length > 20) {
          const err114 = {
            instancePath: instancePath + '/creates',
            schemaPath: '#/properties/creates/maxItems',
            keyword: 'maxItems',
            params: { limit: 20 },
            schema: 20,
            parentSchema: schema124.properties.creates,
            data: data43,
          };
          if (vErrors === null) {
            vErrors = [err114];
          } else {
            vErrors.push(err114);
          }
          errors++;
        }
        if (data43.length < 1) {
          const err115 = {
            instancePath: instancePath + '/creates',
            schemaPath: '#/properties/creates/minItems',
            keyword: 'minItems',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema124.properties.creates,
            data: data43,
          };
          if (vErrors === null) {
            vErrors = [err115];
          } else {
            vErrors.push(err115);
          }
          errors++;
        }
        const len7 = data43.length;
        for (let i11 = 0; i11 < len7; i11++) {
          if (
            !validate114(data43[i11], {
              instancePath: instancePath + '/creates/' + i11,
              parentData: data43,
              parentDataProperty: i11,
              rootData,
            })
          ) {
            vErrors = joinErrors(vErrors, validate114.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err116 = {
          instancePath: instancePath + '/creates',
          schemaPath: '#/properties/creates/type',
          keyword: 'type',
          params: { type: 'array' },
          schema: schema124.properties.creates.type,
          parentSchema: schema124.properties.creates,
          data: data43,
        };
        if (vErrors === null) {
          vErrors = [err116];
        } else {
          vErrors.push(err116);
        }
        errors++;
      }
    }
    if (data.checks !== undefined) {
      if (
        !validate105(data.checks, {
          instancePath: instancePath + '/checks',
          parentData: data,
          parentDataProperty: 'checks',
          rootData,
        })
      ) {
        vErrors = joinErrors(vErrors, validate105.errors);
        errors = vErrors.length;
      }
    }
    if (data.captures !== undefined) {
      if (
        !validate108(data.captures, {
          instancePath: instancePath + '/captures',
          parentData: data,
          parentDataProperty: 'captures',
          rootData,
        })
      ) {
        vErrors = joinErrors(vErrors, validate108.errors);
        errors = vErrors.length;
      }
    }
    if (data.timeoutMs !== undefined) {
      let data47 = data.timeoutMs;
      if (!(typeof data47 == 'number' && !(data47 % 1) && !isNaN(data47) && isFinite(data47))) {
        const err117 = {
          instancePath: instancePath + '/timeoutMs',
          schemaPath: '#/properties/timeoutMs/type',
          keyword: 'type',
          params: { type: 'integer' },
          schema: schema124.properties.timeoutMs.type,
          parentSchema: schema124.properties.timeoutMs,
          data: data47,
        };
        if (vErrors === null) {
          vErrors = [err117];
        } else {
          vErrors.push(err117);
        }
        errors++;
      }
      if (typeof data47 == 'number' && isFinite(data47)) {
        if (data47 > 3600000 || isNaN(data47)) {
          const err118 = {
            instancePath: instancePath + '/timeoutMs',
            schemaPath: '#/properties/timeoutMs/maximum',
            keyword: 'maximum',
            params: { comparison: '<=', limit: 3600000 },
            schema: 3600000,
            parentSchema: schema124.properties.timeoutMs,
            data: data47,
          };
          if (vErrors === null) {
            vErrors = [err118];
          } else {
            vErrors.push(err118);
          }
          errors++;
        }
        if (data47 < 1 || isNaN(data47)) {
          const err119 = {
            instancePath: instancePath + '/timeoutMs',
            schemaPath: '#/properties/timeoutMs/minimum',
            keyword: 'minimum',
            params: { comparison: '>=', limit: 1 },
            schema: 1,
            parentSchema: schema124.properties.timeoutMs,
            data: data47,
          };
          if (vErrors === null) {
            vErrors = [err119];
          } else {
            vErrors.push(err119);
          }
          errors++;
        }
      }
    }
    if (data.dependencyTimeoutMs !== undefined) {
      let data48 = data.dependencyTimeoutMs;
      if (!(typeof data48 == 'number' && !(data48 % 1) && !isNaN(data48) && isFinite(data48))) {
        const err120 = {
          instancePath: instancePath + '/dependencyTimeoutMs',
          schemaPath: '#/properties/dependencyTimeoutMs/type',
          keyword: 'type',
          params: { type: 'integer' },
          schema: schema124.properties.dependencyTimeoutMs.type,
          parentSchema: schema124.properties.dependencyTimeoutMs,
          data: data48,
        };
        if (vErrors === null) {
          vErrors = [err120];
        } else {
          vErrors.push(err120);
        }
        errors++;
      }
      if (typeof data48 == 'number' && isFinite(data48)) {
        if (data48 > 14400000 || isNaN(data48)) {
          const err121 = {
            instancePath: instancePath + '/dependencyTimeoutMs',
            schemaPath: '#/properties/dependencyTimeoutMs/maximum',
            keyword: 'maximum',
            params: { comparison: '<=', limit: 14400000 },
            schema: 14400000,
            parentSchema: schema124.properties.dependencyTimeoutMs,
            data: data48,
          };
          if (vErrors === null) {
            vErrors = [err121];
          } else {
            vErrors.push(err121);
          }
          errors++;
        }
        if (data48 < 1 || isNaN(data48)) {
          const err122 = {
            instancePath: instancePath + '/dependencyTimeoutMs',
            schemaPath: '#/properties/dependencyTimeoutMs/minimum',
            keyword: 'minimum',
            params: { comparison: '>=', limit: 1 },
            schema: 1,
            parentSchema: schema124.properties.dependencyTimeoutMs,
            data: data48,
          };
          if (vErrors === null) {
            vErrors = [err122];
          } else {
            vErrors.push(err122);
          }
          errors++;
        }
      }
    }
  } else {
    const err123 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      schema: schema124.type,
      parentSchema: schema124,
      data,
    };
    if (vErrors === null) {
      vErrors = [err123];
    } else {
      vErrors.push(err123);
    }
    errors++;
  }
  validate68.errors = vErrors;
  return errors === 0;
}

function validate54(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="SuiteDefinition" */ let vErrors = null;
  let errors = 0;
  const _errs1 = errors;
  let valid0 = true;
  const _errs2 = errors;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    let missing0;
    if (data.include === undefined && (missing0 = 'include')) {
      const err0 = {};
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  }
  var _valid0 = _errs2 === errors;
  errors = _errs1;
  if (vErrors !== null) {
    if (_errs1) {
      vErrors.length = _errs1;
    } else {
      vErrors = null;
    }
  }
  if (!_valid0) {
    const _errs3 = errors;
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      if (data.cases === undefined) {
        const err1 = {
          instancePath,
          schemaPath: '#/else/required',
          keyword: 'required',
          params: { missingProperty: 'cases' },
          schema: schema85.else.required,
          parentSchema: schema85.else,
          data,
        };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    var _valid0 = _errs3 === errors;
    valid0 = _valid0;
  }
  if (!valid0) {
    const err2 = {
      instancePath,
      schemaPath: '#/if',
      keyword: 'if',
      params: { failingKeyword: 'else' },
      schema: schema85.if,
      parentSchema: schema85,
      data,
    };
    if (vErrors === null) {
      vErrors = [err2];
    } else {
      vErrors.push(err2);
    }
    errors++;
  }
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.suite === undefined) {
      const err3 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'suite' },
        schema: schema85.required,
        parentSchema: schema85,
        data,
      };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.service === undefined) {
      const err4 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'service' },
        schema: schema85.required,
        parentSchema: schema85,
        data,
      };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!func2.call(schema85.properties, key0)) {
        const err5 = {
          instancePath,
          schemaPath: '#/additionalProperties',
          keyword: 'additionalProperties',
          params: { additionalProperty: key0 },
          schema: false,
          parentSchema: schema85,
          data,
        };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.$schema !== undefined) {
      let data0 = data.$schema;
      if (typeof data0 !== 'string') {
        const err6 = {
          instancePath: instancePath + '/$schema',
          schemaPath: '#/properties/%24schema/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema85.properties.$schema.type,
          parentSchema: schema85.properties.$schema,
          data: data0,
        };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.suite !== undefined) {
      let data1 = data.suite;
      if (typeof data1 === 'string') {
        if (!pattern1.test(data1)) {
          const err7 = {
            instancePath: instancePath + '/suite',
            schemaPath: 'SuiteFileId/pattern',
            keyword: 'pattern',
            params: { pattern: '^[a-z0-9][a-z0-9-]{0,62}$' },
            schema: '^[a-z0-9][a-z0-9-]{0,62}$',
            parentSchema: schema86,
            data: data1,
          };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      } else {
        const err8 = {
          instancePath: instancePath + '/suite',
          schemaPath: 'SuiteFileId/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema86.type,
          parentSchema: schema86,
          data: data1,
        };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.service !== undefined) {
      let data2 = data.service;
      if (typeof data2 === 'string') {
        if (!pattern1.test(data2)) {
          const err9 = {
            instancePath: instancePath + '/service',
            schemaPath: 'SuiteFileId/pattern',
            keyword: 'pattern',
            params: { pattern: '^[a-z0-9][a-z0-9-]{0,62}$' },
            schema: '^[a-z0-9][a-z0-9-]{0,62}$',
            parentSchema: schema86,
            data: data2,
          };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
      } else {
        const err10 = {
          instancePath: instancePath + '/service',
          schemaPath: 'SuiteFileId/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema86.type,
          parentSchema: schema86,
          data: data2,
        };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.name !== undefined) {
      let data3 = data.name;
      if (typeof data3 === 'string') {
        if (func3(data3) > 300) {
          const err11 = {
            instancePath: instancePath + '/name',
            schemaPath: 'SuiteFileLine/maxLength',
            keyword: 'maxLength',
            params: { limit: 300 },
            schema: 300,
            parentSchema: schema88,
            data: data3,
          };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
        if (func3(data3) < 1) {
          const err12 = {
            instancePath: instancePath + '/name',
            schemaPath: 'SuiteFileLine/minLength',
            keyword: 'minLength',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema88,
            data: data3,
          };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
        if (!pattern48.test(data3)) {
          const err13 = {
            instancePath: instancePath + '/name',
            schemaPath: 'SuiteFileLine/pattern',
            keyword: 'pattern',
            params: { pattern: '^[^\\r\\n]*$' },
            schema: '^[^\\r\\n]*$',
            parentSchema: schema88,
            data: data3,
          };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
      } else {
        const err14 = {
          instancePath: instancePath + '/name',
          schemaPath: 'SuiteFileLine/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema88.type,
          parentSchema: schema88,
          data: data3,
        };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
    if (data.description !== undefined) {
      let data4 = data.description;
      if (typeof data4 === 'string') {
        if (func3(data4) > 10000) {
          const err15 = {
            instancePath: instancePath + '/description',
            schemaPath: '#/properties/description/maxLength',
            keyword: 'maxLength',
            params: { limit: 10000 },
            schema: 10000,
            parentSchema: schema85.properties.description,
            data: data4,
          };
          if (vErrors === null) {
            vErrors = [err15];
          } else {
            vErrors.push(err15);
          }
          errors++;
        }
      } else {
        const err16 = {
          instancePath: instancePath + '/description',
          schemaPath: '#/properties/description/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema85.properties.description.type,
          parentSchema: schema85.properties.description,
          data: data4,
        };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
    }
    if (data.capability !== undefined) {
      let data5 = data.capability;
      if (!(
        data5 === 'functional' ||
        data5 === 'contract' ||
        data5 === 'performance' ||
        data5 === 'security' ||
        data5 === 'resilience' ||
        data5 === 'data-quality'
      )) {
        const err17 = {
          instancePath: instancePath + '/capability',
          schemaPath: '#/properties/capability/enum',
          keyword: 'enum',
          params: { allowedValues: schema85.properties.capability.enum },
          schema: schema85.properties.capability.enum,
          parentSchema: schema85.properties.capability,
          data: data5,
        };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
    }
    if (data.tags !== undefined) {
      let data6 = data.tags;
      if (Array.isArray(data6)) {
        if (data6.length > 50) {
          const err18 = {
            instancePath: instancePath + '/tags',
            schemaPath: 'SuiteFileTags/maxItems',
            keyword: 'maxItems',
            params: { limit: 50 },
            schema: 50,
            parentSchema: schema89,
            data: data6,
          };
          if (vErrors === null) {
            vErrors = [err18];
          } else {
            vErrors.push(err18);
          }
          errors++;
        }
        const len0 = data6.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data7 = data6[i0];
          if (typeof data7 === 'string') {
            if (!pattern33.test(data7)) {
              const err19 = {
                instancePath: instancePath + '/tags/' + i0,
                schemaPath: 'SuiteFileTags/items/pattern',
                keyword: 'pattern',
                params: { pattern: '^[A-Za-z0-9][A-Za-z0-9_.:/-]{0,99}$' },
                schema: '^[A-Za-z0-9][A-Za-z0-9_.:/-]{0,99}$',
                parentSchema: schema89.items,
                data: data7,
              };
              if (vErrors === null) {
                vErrors = [err19];
              } else {
                vErrors.push(err19);
              }
              errors++;
            }
          } else {
            const err20 = {
              instancePath: instancePath + '/tags/' + i0,
              schemaPath: 'SuiteFileTags/items/type',
              keyword: 'type',
              params: { type: 'string' },
              schema: schema89.items.type,
              parentSchema: schema89.items,
              data: data7,
            };
            if (vErrors === null) {
              vErrors = [err20];
            } else {
              vErrors.push(err20);
            }
            errors++;
          }
        }
        let i1 = data6.length;
        let j0;
        if (i1 > 1) {
          const indices0 = {};
          for (; i1--;) {
            let item0 = data6[i1];
            if (typeof item0 !== 'string') {
              continue;
            }
            if (typeof indices0[item0] == 'number') {
              j0 = indices0[item0];
              const err21 = {
                instancePath: instancePath + '/tags',
                schemaPath: 'SuiteFileTags/uniqueItems',
                keyword: 'uniqueItems',
                params: { i: i1, j: j0 },
                schema: true,
                parentSchema: schema89,
                data: data6,
              };
              if (vErrors === null) {
                vErrors = [err21];
              } else {
                vErrors.push(err21);
              }
              errors++;
              break;
            }
            indices0[item0] = i1;
          }
        }
      } else {
        const err22 = {
          instancePath: instancePath + '/tags',
          schemaPath: 'SuiteFileTags/type',
          keyword: 'type',
          params: { type: 'array' },
          schema: schema89.type,
          parentSchema: schema89,
          data: data6,
        };
        if (vErrors === null) {
          vErrors = [err22];
        } else {
          vErrors.push(err22);
        }
        errors++;
      }
    }
    if (data.risk !== undefined) {
      let data8 = data.risk;
      if (!(data8 === 'low' || data8 === 'medium' || data8 === 'high' || data8 === 'critical')) {
        const err23 = {
          instancePath: instancePath + '/risk',
          schemaPath: 'SuiteFileRisk/enum',
          keyword: 'enum',
          params: { allowedValues: schema90.enum },
          schema: schema90.enum,
          parentSchema: schema90,
          data: data8,
        };
        if (vErrors === null) {
          vErrors = [err23];
        } else {
          vErrors.push(err23);
        }
        errors++;
      }
    }
    if (data.owner !== undefined) {
      let data9 = data.owner;
      if (typeof data9 === 'string') {
        if (func3(data9) > 300) {
          const err24 = {
            instancePath: instancePath + '/owner',
            schemaPath: 'SuiteFileLine/maxLength',
            keyword: 'maxLength',
            params: { limit: 300 },
            schema: 300,
            parentSchema: schema88,
            data: data9,
          };
          if (vErrors === null) {
            vErrors = [err24];
          } else {
            vErrors.push(err24);
          }
          errors++;
        }
        if (func3(data9) < 1) {
          const err25 = {
            instancePath: instancePath + '/owner',
            schemaPath: 'SuiteFileLine/minLength',
            keyword: 'minLength',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema88,
            data: data9,
          };
          if (vErrors === null) {
            vErrors = [err25];
          } else {
            vErrors.push(err25);
          }
          errors++;
        }
        if (!pattern48.test(data9)) {
          const err26 = {
            instancePath: instancePath + '/owner',
            schemaPath: 'SuiteFileLine/pattern',
            keyword: 'pattern',
            params: { pattern: '^[^\\r\\n]*$' },
            schema: '^[^\\r\\n]*$',
            parentSchema: schema88,
            data: data9,
          };
          if (vErrors === null) {
            vErrors = [err26];
          } else {
            vErrors.push(err26);
          }
          errors++;
        }
      } else {
        const err27 = {
          instancePath: instancePath + '/owner',
          schemaPath: 'SuiteFileLine/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema88.type,
          parentSchema: schema88,
          data: data9,
        };
        if (vErrors === null) {
          vErrors = [err27];
        } else {
          vErrors.push(err27);
        }
        errors++;
      }
    }
    if (data.priority !== undefined) {
      let data10 = data.priority;
      if (!(typeof data10 == 'number' && !(data10 % 1) && !isNaN(data10) && isFinite(data10))) {
        const err28 = {
          instancePath: instancePath + '/priority',
          schemaPath: 'SuiteFilePriority/type',
          keyword: 'type',
          params: { type: 'integer' },
          schema: schema92.type,
          parentSchema: schema92,
          data: data10,
        };
        if (vErrors === null) {
          vErrors = [err28];
        } else {
          vErrors.push(err28);
        }
        errors++;
      }
      if (typeof data10 == 'number' && isFinite(data10)) {
        if (data10 > 5 || isNaN(data10)) {
          const err29 = {
            instancePath: instancePath + '/priority',
            schemaPath: 'SuiteFilePriority/maximum',
            keyword: 'maximum',
            params: { comparison: '<=', limit: 5 },
            schema: 5,
            parentSchema: schema92,
            data: data10,
          };
          if (vErrors === null) {
            vErrors = [err29];
          } else {
            vErrors.push(err29);
          }
          errors++;
        }
        if (data10 < 1 || isNaN(data10)) {
          const err30 = {
            instancePath: instancePath + '/priority',
            schemaPath: 'SuiteFilePriority/minimum',
            keyword: 'minimum',
            params: { comparison: '>=', limit: 1 },
            schema: 1,
            parentSchema: schema92,
            data: data10,
          };
          if (vErrors === null) {
            vErrors = [err30];
          } else {
            vErrors.push(err30);
          }
          errors++;
        }
      }
    }
    if (data.requirements !== undefined) {
      let data11 = data.requirements;
      if (Array.isArray(data11)) {
        if (data11.length > 50) {
          const err31 = {
            instancePath: instancePath + '/requirements',
            schemaPath: 'SuiteFileRequirements/maxItems',
            keyword: 'maxItems',
            params: { limit: 50 },
            schema: 50,
            parentSchema: schema93,
            data: data11,
          };
          if (vErrors === null) {
            vErrors = [err31];
          } else {
            vErrors.push(err31);
          }
          errors++;
        }
        const len1 = data11.length;
        for (let i2 = 0; i2 < len1; i2++) {
          let data12 = data11[i2];
          if (typeof data12 === 'string') {
            if (func3(data12) > 300) {
              const err32 = {
                instancePath: instancePath + '/requirements/' + i2,
                schemaPath: 'SuiteFileRequirements/items/maxLength',
                keyword: 'maxLength',
                params: { limit: 300 },
                schema: 300,
                parentSchema: schema93.items,
                data: data12,
              };
              if (vErrors === null) {
                vErrors = [err32];
              } else {
                vErrors.push(err32);
              }
              errors++;
            }
            if (func3(data12) < 1) {
              const err33 = {
                instancePath: instancePath + '/requirements/' + i2,
                schemaPath: 'SuiteFileRequirements/items/minLength',
                keyword: 'minLength',
                params: { limit: 1 },
                schema: 1,
                parentSchema: schema93.items,
                data: data12,
              };
              if (vErrors === null) {
                vErrors = [err33];
              } else {
                vErrors.push(err33);
              }
              errors++;
            }
            if (!pattern48.test(data12)) {
              const err34 = {
                instancePath: instancePath + '/requirements/' + i2,
                schemaPath: 'SuiteFileRequirements/items/pattern',
                keyword: 'pattern',
                params: { pattern: '^[^\\r\\n]*$' },
                schema: '^[^\\r\\n]*$',
                parentSchema: schema93.items,
                data: data12,
              };
              if (vErrors === null) {
                vErrors = [err34];
              } else {
                vErrors.push(err34);
              }
              errors++;
            }
          } else {
            const err35 = {
              instancePath: instancePath + '/requirements/' + i2,
              schemaPath: 'SuiteFileRequirements/items/type',
              keyword: 'type',
              params: { type: 'string' },
              schema: schema93.items.type,
              parentSchema: schema93.items,
              data: data12,
            };
            if (vErrors === null) {
              vErrors = [err35];
            } else {
              vErrors.push(err35);
            }
            errors++;
          }
        }
        let i3 = data11.length;
        let j1;
        if (i3 > 1) {
          const indices1 = {};
          for (; i3--;) {
            let item1 = data11[i3];
            if (typeof item1 !== 'string') {
              continue;
            }
            if (typeof indices1[item1] == 'number') {
              j1 = indices1[item1];
              const err36 = {
                instancePath: instancePath + '/requirements',
                schemaPath: 'SuiteFileRequirements/uniqueItems',
                keyword: 'uniqueItems',
                params: { i: i3, j: j1 },
                schema: true,
                parentSchema: schema93,
                data: data11,
              };
              if (vErrors === null) {
                vErrors = [err36];
              } else {
                vErrors.push(err36);
              }
              errors++;
              break;
            }
            indices1[item1] = i3;
          }
        }
      } else {
        const err37 = {
          instancePath: instancePath + '/requirements',
          schemaPath: 'SuiteFileRequirements/type',
          keyword: 'type',
          params: { type: 'array' },
          schema: schema93.type,
          parentSchema: schema93,
          data: data11,
        };
        if (vErrors === null) {
          vErrors = [err37];
        } else {
          vErrors.push(err37);
        }
        errors++;
      }
    }
    if (data.advisory !== undefined) {
      let data13 = data.advisory;
      if (typeof data13 !== 'boolean') {
        const err38 = {
          instancePath: instancePath + '/advisory',
          schemaPath: '#/properties/advisory/type',
          keyword: 'type',
          params: { type: 'boolean' },
          schema: schema85.properties.advisory.type,
          parentSchema: schema85.properties.advisory,
          data: data13,
        };
        if (vErrors === null) {
          vErrors = [err38];
        } else {
          vErrors.push(err38);
        }
        errors++;
      }
    }
    if (data.executor !== undefined) {
      let data14 = data.executor;
      if (!(data14 === 'lambda' || data14 === 'fargate')) {
        const err39 = {
          instancePath: instancePath + '/executor',
          schemaPath: '#/properties/executor/enum',
          keyword: 'enum',
          params: { allowedValues: schema85.properties.executor.enum },
          schema: schema85.properties.executor.enum,
          parentSchema: schema85.properties.executor,
          data: data14,
        };
        if (vErrors === null) {
          vErrors = [err39];
        } else {
          vErrors.push(err39);
        }
        errors++;
      }
    }
    if (data.uses !== undefined) {
      let data15 = data.uses;
      if (Array.isArray(data15)) {
        if (data15.length > 200) {
          const err40 = {
            instancePath: instancePath + '/uses',
            schemaPath: '#/properties/uses/maxItems',
            keyword: 'maxItems',
            params: { limit: 200 },
            schema: 200,
            parentSchema: schema85.properties.uses,
            data: data15,
          };
          if (vErrors === null) {
            vErrors = [err40];
          } else {
            vErrors.push(err40);
          }
          errors++;
        }
        const len2 = data15.length;
        for (let i4 = 0; i4 < len2; i4++) {
          let data16 = data15[i4];
          if (typeof data16 === 'string') {
            if (!pattern52.test(data16)) {
              const err41 = {
                instancePath: instancePath + '/uses/' + i4,
                schemaPath: 'SuiteFileVariableName/pattern',
                keyword: 'pattern',
                params: { pattern: '^(?!(?:run|row|persona|webhooks)$)[A-Za-z_][A-Za-z0-9_]{0,99}$' },
                schema: '^(?!(?:run|row|persona|webhooks)$)[A-Za-z_][A-Za-z0-9_]{0,99}$',
                parentSchema: schema94,
                data: data16,
              };
              if (vErrors === null) {
                vErrors = [err41];
              } else {
                vErrors.push(err41);
              }
              errors++;
            }
          } else {
            const err42 = {
              instancePath: instancePath + '/uses/' + i4,
              schemaPath: 'SuiteFileVariableName/type',
              keyword: 'type',
              params: { type: 'string' },
              schema: schema94.type,
              parentSchema: schema94,
              data: data16,
            };
            if (vErrors === null) {
              vErrors = [err42];
            } else {
              vErrors.push(err42);
            }
            errors++;
          }
        }
        let i5 = data15.length;
        let j2;
        if (i5 > 1) {
          outer0: for (; i5--;) {
            for (j2 = i5; j2--;) {
              if (func0(data15[i5], data15[j2])) {
                const err43 = {
                  instancePath: instancePath + '/uses',
                  schemaPath: '#/properties/uses/uniqueItems',
                  keyword: 'uniqueItems',
                  params: { i: i5, j: j2 },
                  schema: true,
                  parentSchema: schema85.properties.uses,
                  data: data15,
                };
                if (vErrors === null) {
                  vErrors = [err43];
                } else {
                  vErrors.push(err43);
                }
                errors++;
                break outer0;
              }
            }
          }
        }
      } else {
        const err44 = {
          instancePath: instancePath + '/uses',
          schemaPath: '#/properties/uses/type',
          keyword: 'type',
          params: { type: 'array' },
          schema: schema85.properties.uses.type,
          parentSchema: schema85.properties.uses,
          data: data15,
        };
        if (vErrors === null) {
          vErrors = [err44];
        } else {
          vErrors.push(err44);
        }
        errors++;
      }
    }
    if (data.variables !== undefined) {
      let data17 = data.variables;
      if (data17 && typeof data17 == 'object' && !Array.isArray(data17)) {
        if (Object.keys(data17).length > 1000) {
          const err45 = {
            instancePath: instancePath + '/variables',
            schemaPath: '#/properties/variables/maxProperties',
            keyword: 'maxProperties',
            params: { limit: 1000 },
            schema: 1000,
            parentSchema: schema85.properties.variables,
            data: data17,
          };
          if (vErrors === null) {
            vErrors = [err45];
          } else {
            vErrors.push(err45);
          }
          errors++;
        }
        for (const key1 in data17) {
          const _errs47 = errors;
          if (typeof key1 === 'string') {
            if (!pattern52.test(key1)) {
              const err46 = {
                instancePath: instancePath + '/variables',
                schemaPath: 'SuiteFileVariableName/pattern',
                keyword: 'pattern',
                params: { pattern: '^(?!(?:run|row|persona|webhooks)$)[A-Za-z_][A-Za-z0-9_]{0,99}$' },
                schema: '^(?!(?:run|row|persona|webhooks)$)[A-Za-z_][A-Za-z0-9_]{0,99}$',
                parentSchema: schema94,
                data: key1,
                propertyName: key1,
              };
              if (vErrors === null) {
                vErrors = [err46];
              } else {
                vErrors.push(err46);
              }
              errors++;
            }
          } else {
            const err47 = {
              instancePath: instancePath + '/variables',
              schemaPath: 'SuiteFileVariableName/type',
              keyword: 'type',
              params: { type: 'string' },
              schema: schema94.type,
              parentSchema: schema94,
              data: key1,
              propertyName: key1,
            };
            if (vErrors === null) {
              vErrors = [err47];
            } else {
              vErrors.push(err47);
            }
            errors++;
          }
          var valid20 = _errs47 === errors;
          if (!valid20) {
            const err48 = {
              instancePath: instancePath + '/variables',
              schemaPath: '#/properties/variables/propertyNames',
              keyword: 'propertyNames',
              params: { propertyName: key1 },
              schema: schema85.properties.variables.propertyNames,
              parentSchema: schema85.properties.variables,
              data: data17,
            };
            if (vErrors === null) {
              vErrors = [err48];
            } else {
              vErrors.push(err48);
            }
            errors++;
          }
        }
      } else {
        const err49 = {
          instancePath: instancePath + '/variables',
          schemaPath: '#/properties/variables/type',
          keyword: 'type',
          params: { type: 'object' },
          schema: schema85.properties.variables.type,
          parentSchema: schema85.properties.variables,
          data: data17,
        };
        if (vErrors === null) {
          vErrors = [err49];
        } else {
          vErrors.push(err49);
        }
        errors++;
      }
    }
    if (data.personas !== undefined) {
      let data18 = data.personas;
      if (data18 && typeof data18 == 'object' && !Array.isArray(data18)) {
        if (Object.keys(data18).length > 100) {
          const err50 = {
            instancePath: instancePath + '/personas',
            schemaPath: '#/properties/personas/maxProperties',
            keyword: 'maxProperties',
            params: { limit: 100 },
            schema: 100,
            parentSchema: schema85.properties.personas,
            data: data18,
          };
          if (vErrors === null) {
            vErrors = [err50];
          } else {
            vErrors.push(err50);
          }
          errors++;
        }
        for (const key2 in data18) {
          const _errs52 = errors;
          if (typeof key2 === 'string') {
            if (!pattern54.test(key2)) {
              const err51 = {
                instancePath: instancePath + '/personas',
                schemaPath: 'SuiteFileFieldName/pattern',
                keyword: 'pattern',
                params: { pattern: '^[A-Za-z_][A-Za-z0-9_-]{0,99}$' },
                schema: '^[A-Za-z_][A-Za-z0-9_-]{0,99}$',
                parentSchema: schema96,
                data: key2,
                propertyName: key2,
              };
              if (vErrors === null) {
                vErrors = [err51];
              } else {
                vErrors.push(err51);
              }
              errors++;
            }
          } else {
            const err52 = {
              instancePath: instancePath + '/personas',
              schemaPath: 'SuiteFileFieldName/type',
              keyword: 'type',
              params: { type: 'string' },
              schema: schema96.type,
              parentSchema: schema96,
              data: key2,
              propertyName: key2,
            };
            if (vErrors === null) {
              vErrors = [err52];
            } else {
              vErrors.push(err52);
            }
            errors++;
          }
          var valid22 = _errs52 === errors;
          if (!valid22) {
            const err53 = {
              instancePath: instancePath + '/personas',
              schemaPath: '#/properties/personas/propertyNames',
              keyword: 'propertyNames',
              params: { propertyName: key2 },
              schema: schema85.properties.personas.propertyNames,
              parentSchema: schema85.properties.personas,
              data: data18,
            };
            if (vErrors === null) {
              vErrors = [err53];
            } else {
              vErrors.push(err53);
            }
            errors++;
          }
        }
        for (const key3 in data18) {
          let data19 = data18[key3];
          if (data19 && typeof data19 == 'object' && !Array.isArray(data19)) {
            if (data19.kind === undefined) {
              const err54 = {
                instancePath: instancePath + '/personas/' + key3.replace(/~/g, '~0').replace(/\//g, '~1'),
                schemaPath: 'SuiteFilePersona/required',
                keyword: 'required',
                params: { missingProperty: 'kind' },
                schema: schema97.required,
                parentSchema: schema97,
                data: data19,
              };
              if (vErrors === null) {
                vErrors = [err54];
              } else {
                vErrors.push(err54);
              }
              errors++;
            }
            for (const key4 in data19) {
              if (!(
                key4 === 'kind' ||
                key4 === 'currency' ||
                key4 === 'locale' ||
                key4 === 'device' ||
                key4 === 'permissions'
              )) {
                const err55 = {
                  instancePath: instancePath + '/personas/' + key3.replace(/~/g, '~0').replace(/\//g, '~1'),
                  schemaPath: 'SuiteFilePersona/additionalProperties',
                  keyword: 'additionalProperties',
                  params: { additionalProperty: key4 },
                  schema: false,
                  parentSchema: schema97,
                  data: data19,
                };
                if (vErrors === null) {
                  vErrors = [err55];
                } else {
                  vErrors.push(err55);
                }
                errors++;
              }
            }
            if (data19.kind !== undefined) {
              let data20 = data19.kind;
              if (!(data20 === 'new' || data20 === 'returning' || data20 === 'admin' || data20 === 'partner')) {
                const err56 = {
                  instancePath: instancePath + '/personas/' + key3.replace(/~/g, '~0').replace(/\//g, '~1') + '/kind',
                  schemaPath: 'SuiteFilePersona/properties/kind/enum',
                  keyword: 'enum',
                  params: { allowedValues: schema97.properties.kind.enum },
                  schema: schema97.properties.kind.enum,
                  parentSchema: schema97.properties.kind,
                  data: data20,
                };
                if (vErrors === null) {
                  vErrors = [err56];
                } else {
                  vErrors.push(err56);
                }
                errors++;
              }
            }
            if (data19.currency !== undefined) {
              let data21 = data19.currency;
              if (typeof data21 === 'string') {
                if (!pattern55.test(data21)) {
                  const err57 = {
                    instancePath:
                      instancePath + '/personas/' + key3.replace(/~/g, '~0').replace(/\//g, '~1') + '/currency',
                    schemaPath: 'SuiteFilePersona/properties/currency/pattern',
                    keyword: 'pattern',
                    params: { pattern: '^[A-Z]{3}$' },
                    schema: '^[A-Z]{3}$',
                    parentSchema: schema97.properties.currency,
                    data: data21,
                  };
                  if (vErrors === null) {
                    vErrors = [err57];
                  } else {
                    vErrors.push(err57);
                  }
                  errors++;
                }
              } else {
                const err58 = {
                  instancePath:
                    instancePath + '/personas/' + key3.replace(/~/g, '~0').replace(/\//g, '~1') + '/currency',
                  schemaPath: 'SuiteFilePersona/properties/currency/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  schema: schema97.properties.currency.type,
                  parentSchema: schema97.properties.currency,
                  data: data21,
                };
                if (vErrors === null) {
                  vErrors = [err58];
                } else {
                  vErrors.push(err58);
                }
                errors++;
              }
            }
            if (data19.locale !== undefined) {
              let data22 = data19.locale;
              if (typeof data22 === 'string') {
                if (func3(data22) > 35) {
                  const err59 = {
                    instancePath:
                      instancePath + '/personas/' + key3.replace(/~/g, '~0').replace(/\//g, '~1') + '/locale',
                    schemaPath: 'SuiteFilePersona/properties/locale/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 35 },
                    schema: 35,
                    parentSchema: schema97.properties.locale,
                    data: data22,
                  };
                  if (vErrors === null) {
                    vErrors = [err59];
                  } else {
                    vErrors.push(err59);
                  }
                  errors++;
                }
                if (func3(data22) < 2) {
                  const err60 = {
                    instancePath:
                      instancePath + '/personas/' + key3.replace(/~/g, '~0').replace(/\//g, '~1') + '/locale',
                    schemaPath: 'SuiteFilePersona/properties/locale/minLength',
                    keyword: 'minLength',
                    params: { limit: 2 },
                    schema: 2,
                    parentSchema: schema97.properties.locale,
                    data: data22,
                  };
                  if (vErrors === null) {
                    vErrors = [err60];
                  } else {
                    vErrors.push(err60);
                  }
                  errors++;
                }
              } else {
                const err61 = {
                  instancePath: instancePath + '/personas/' + key3.replace(/~/g, '~0').replace(/\//g, '~1') + '/locale',
                  schemaPath: 'SuiteFilePersona/properties/locale/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  schema: schema97.properties.locale.type,
                  parentSchema: schema97.properties.locale,
                  data: data22,
                };
                if (vErrors === null) {
                  vErrors = [err61];
                } else {
                  vErrors.push(err61);
                }
                errors++;
              }
            }
            if (data19.device !== undefined) {
              let data23 = data19.device;
              if (!(data23 === 'desktop' || data23 === 'mobile' || data23 === 'tablet')) {
                const err62 = {
                  instancePath: instancePath + '/personas/' + key3.replace(/~/g, '~0').replace(/\//g, '~1') + '/device',
                  schemaPath: 'SuiteFilePersona/properties/device/enum',
                  keyword: 'enum',
                  params: { allowedValues: schema97.properties.device.enum },
                  schema: schema97.properties.device.enum,
                  parentSchema: schema97.properties.device,
                  data: data23,
                };
                if (vErrors === null) {
                  vErrors = [err62];
                } else {
                  vErrors.push(err62);
                }
                errors++;
              }
            }
            if (data19.permissions !== undefined) {
              let data24 = data19.permissions;
              if (Array.isArray(data24)) {
                if (data24.length > 100) {
                  const err63 = {
                    instancePath:
                      instancePath + '/personas/' + key3.replace(/~/g, '~0').replace(/\//g, '~1') + '/permissions',
                    schemaPath: 'SuiteFilePersona/properties/permissions/maxItems',
                    keyword: 'maxItems',
                    params: { limit: 100 },
                    schema: 100,
                    parentSchema: schema97.properties.permissions,
                    data: data24,
                  };
                  if (vErrors === null) {
                    vErrors = [err63];
                  } else {
                    vErrors.push(err63);
                  }
                  errors++;
                }
                if (data24.length < 0) {
                  const err64 = {
                    instancePath:
                      instancePath + '/personas/' + key3.replace(/~/g, '~0').replace(/\//g, '~1') + '/permissions',
                    schemaPath: 'SuiteFilePersona/properties/permissions/minItems',
                    keyword: 'minItems',
                    params: { limit: 0 },
                    schema: 0,
                    parentSchema: schema97.properties.permissions,
                    data: data24,
                  };
                  if (vErrors === null) {
                    vErrors = [err64];
                  } else {
                    vErrors.push(err64);
                  }
                  errors++;
                }
                const len3 = data24.length;
                for (let i6 = 0; i6 < len3; i6++) {
                  let data25 = data24[i6];
                  if (typeof data25 === 'string') {
                    if (func3(data25) > 200) {
                      const err65 = {
                        instancePath:
                          instancePath +
                          '/personas/' +
                          key3.replace(/~/g, '~0').replace(/\//g, '~1') +
                          '/permissions/' +
                          i6,
                        schemaPath: 'SuiteFilePersona/properties/permissions/items/maxLength',
                        keyword: 'maxLength',
                        params: { limit: 200 },
                        schema: 200,
                        parentSchema: schema97.properties.permissions.items,
                        data: data25,
                      };
                      if (vErrors === null) {
                        vErrors = [err65];
                      } else {
                        vErrors.push(err65);
                      }
                      errors++;
                    }
                    if (func3(data25) < 1) {
                      const err66 = {
                        instancePath:
                          instancePath +
                          '/personas/' +
                          key3.replace(/~/g, '~0').replace(/\//g, '~1') +
                          '/permissions/' +
                          i6,
                        schemaPath: 'SuiteFilePersona/properties/permissions/items/minLength',
                        keyword: 'minLength',
                        params: { limit: 1 },
                        schema: 1,
                        parentSchema: schema97.properties.permissions.items,
                        data: data25,
                      };
                      if (vErrors === null) {
                        vErrors = [err66];
                      } else {
                        vErrors.push(err66);
                      }
                      errors++;
                    }
                  } else {
                    const err67 = {
                      instancePath:
                        instancePath +
                        '/personas/' +
                        key3.replace(/~/g, '~0').replace(/\//g, '~1') +
                        '/permissions/' +
                        i6,
                      schemaPath: 'SuiteFilePersona/properties/permissions/items/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      schema: schema97.properties.permissions.items.type,
                      parentSchema: schema97.properties.permissions.items,
                      data: data25,
                    };
                    if (vErrors === null) {
                      vErrors = [err67];
                    } else {
                      vErrors.push(err67);
                    }
                    errors++;
                  }
                }
                let i7 = data24.length;
                let j3;
                if (i7 > 1) {
                  const indices2 = {};
                  for (; i7--;) {
                    let item2 = data24[i7];
                    if (typeof item2 !== 'string') {
                      continue;
                    }
                    if (typeof indices2[item2] == 'number') {
                      j3 = indices2[item2];
                      const err68 = {
                        instancePath:
                          instancePath + '/personas/' + key3.replace(/~/g, '~0').replace(/\//g, '~1') + '/permissions',
                        schemaPath: 'SuiteFilePersona/properties/permissions/uniqueItems',
                        keyword: 'uniqueItems',
                        params: { i: i7, j: j3 },
                        schema: true,
                        parentSchema: schema97.properties.permissions,
                        data: data24,
                      };
                      if (vErrors === null) {
                        vErrors = [err68];
                      } else {
                        vErrors.push(err68);
                      }
                      errors++;
                      break;
                    }
                    indices2[item2] = i7;
                  }
                }
              } else {
                const err69 = {
                  instancePath:
                    instancePath + '/personas/' + key3.replace(/~/g, '~0').replace(/\//g, '~1') + '/permissions',
                  schemaPath: 'SuiteFilePersona/properties/permissions/type',
                  keyword: 'type',
                  params: { type: 'array' },
                  schema: schema97.properties.permissions.type,
                  parentSchema: schema97.properties.permissions,
                  data: data24,
                };
                if (vErrors === null) {
                  vErrors = [err69];
                } else {
                  vErrors.push(err69);
                }
                errors++;
              }
            }
          } else {
            const err70 = {
              instancePath: instancePath + '/personas/' + key3.replace(/~/g, '~0').replace(/\//g, '~1'),
              schemaPath: 'SuiteFilePersona/type',
              keyword: 'type',
              params: { type: 'object' },
              schema: schema97.type,
              parentSchema: schema97,
              data: data19,
            };
            if (vErrors === null) {
              vErrors = [err70];
            } else {
              vErrors.push(err70);
            }
            errors++;
          }
        }
      } else {
        const err71 = {
          instancePath: instancePath + '/personas',
          schemaPath: '#/properties/personas/type',
          keyword: 'type',
          params: { type: 'object' },
          schema: schema85.properties.personas.type,
          parentSchema: schema85.properties.personas,
          data: data18,
        };
        if (vErrors === null) {
          vErrors = [err71];
        } else {
          vErrors.push(err71);
        }
        errors++;
      }
    }
    if (data.webhooks !== undefined) {
      let data26 = data.webhooks;
      if (data26 && typeof data26 == 'object' && !Array.isArray(data26)) {
        if (Object.keys(data26).length > 20) {
          const err72 = {
            instancePath: instancePath + '/webhooks',
            schemaPath: '#/properties/webhooks/maxProperties',
            keyword: 'maxProperties',
            params: { limit: 20 },
            schema: 20,
            parentSchema: schema85.properties.webhooks,
            data: data26,
          };
          if (vErrors === null) {
            vErrors = [err72];
          } else {
            vErrors.push(err72);
          }
          errors++;
        }
        for (const key5 in data26) {
          const _errs72 = errors;
          if (typeof key5 === 'string') {
            if (!pattern54.test(key5)) {
              const err73 = {
                instancePath: instancePath + '/webhooks',
                schemaPath: 'SuiteFileFieldName/pattern',
                keyword: 'pattern',
                params: { pattern: '^[A-Za-z_][A-Za-z0-9_-]{0,99}$' },
                schema: '^[A-Za-z_][A-Za-z0-9_-]{0,99}$',
                parentSchema: schema96,
                data: key5,
                propertyName: key5,
              };
              if (vErrors === null) {
                vErrors = [err73];
              } else {
                vErrors.push(err73);
              }
              errors++;
            }
          } else {
            const err74 = {
              instancePath: instancePath + '/webhooks',
              schemaPath: 'SuiteFileFieldName/type',
              keyword: 'type',
              params: { type: 'string' },
              schema: schema96.type,
              parentSchema: schema96,
              data: key5,
              propertyName: key5,
            };
            if (vErrors === null) {
              vErrors = [err74];
            } else {
              vErrors.push(err74);
            }
            errors++;
          }
          var valid30 = _errs72 === errors;
          if (!valid30) {
            const err75 = {
              instancePath: instancePath + '/webhooks',
              schemaPath: '#/properties/webhooks/propertyNames',
              keyword: 'propertyNames',
              params: { propertyName: key5 },
              schema: schema85.properties.webhooks.propertyNames,
              parentSchema: schema85.properties.webhooks,
              data: data26,
            };
            if (vErrors === null) {
              vErrors = [err75];
            } else {
              vErrors.push(err75);
            }
            errors++;
          }
        }
        for (const key6 in data26) {
          let data27 = data26[key6];
          if (data27 && typeof data27 == 'object' && !Array.isArray(data27)) {
            for (const key7 in data27) {
              if (!(key7 === 'answers' || key7 === 'delayMs' || key7 === 'signature')) {
                const err76 = {
                  instancePath: instancePath + '/webhooks/' + key6.replace(/~/g, '~0').replace(/\//g, '~1'),
                  schemaPath: 'SuiteFileWebhook/additionalProperties',
                  keyword: 'additionalProperties',
                  params: { additionalProperty: key7 },
                  schema: false,
                  parentSchema: schema99,
                  data: data27,
                };
                if (vErrors === null) {
                  vErrors = [err76];
                } else {
                  vErrors.push(err76);
                }
                errors++;
              }
            }
            if (data27.answers !== undefined) {
              let data28 = data27.answers;
              if (Array.isArray(data28)) {
                if (data28.length > 100) {
                  const err77 = {
                    instancePath:
                      instancePath + '/webhooks/' + key6.replace(/~/g, '~0').replace(/\//g, '~1') + '/answers',
                    schemaPath: 'SuiteFileWebhook/properties/answers/maxItems',
                    keyword: 'maxItems',
                    params: { limit: 100 },
                    schema: 100,
                    parentSchema: schema99.properties.answers,
                    data: data28,
                  };
                  if (vErrors === null) {
                    vErrors = [err77];
                  } else {
                    vErrors.push(err77);
                  }
                  errors++;
                }
                if (data28.length < 1) {
                  const err78 = {
                    instancePath:
                      instancePath + '/webhooks/' + key6.replace(/~/g, '~0').replace(/\//g, '~1') + '/answers',
                    schemaPath: 'SuiteFileWebhook/properties/answers/minItems',
                    keyword: 'minItems',
                    params: { limit: 1 },
                    schema: 1,
                    parentSchema: schema99.properties.answers,
                    data: data28,
                  };
                  if (vErrors === null) {
                    vErrors = [err78];
                  } else {
                    vErrors.push(err78);
                  }
                  errors++;
                }
                const len4 = data28.length;
                for (let i8 = 0; i8 < len4; i8++) {
                  let data29 = data28[i8];
                  if (
                    !(typeof data29 == 'number' && !(data29 % 1) && !isNaN(data29) && isFinite(data29)) &&
                    typeof data29 !== 'string'
                  ) {
                    const err79 = {
                      instancePath:
                        instancePath + '/webhooks/' + key6.replace(/~/g, '~0').replace(/\//g, '~1') + '/answers/' + i8,
                      schemaPath: 'SuiteFileWebhook/properties/answers/items/type',
                      keyword: 'type',
                      params: { type: schema99.properties.answers.items.type },
                      schema: schema99.properties.answers.items.type,
                      parentSchema: schema99.properties.answers.items,
                      data: data29,
                    };
                    if (vErrors === null) {
                      vErrors = [err79];
                    } else {
                      vErrors.push(err79);
                    }
                    errors++;
                  }
                  if (typeof data29 == 'number' && isFinite(data29)) {
                    if (data29 > 599 || isNaN(data29)) {
                      const err80 = {
                        instancePath:
                          instancePath +
                          '/webhooks/' +
                          key6.replace(/~/g, '~0').replace(/\//g, '~1') +
                          '/answers/' +
                          i8,
                        schemaPath: 'SuiteFileWebhook/properties/answers/items/maximum',
                        keyword: 'maximum',
                        params: { comparison: '<=', limit: 599 },
                        schema: 599,
                        parentSchema: schema99.properties.answers.items,
                        data: data29,
                      };
                      if (vErrors === null) {
                        vErrors = [err80];
                      } else {
                        vErrors.push(err80);
                      }
                      errors++;
                    }
                    if (data29 < 100 || isNaN(data29)) {
                      const err81 = {
                        instancePath:
                          instancePath +
                          '/webhooks/' +
                          key6.replace(/~/g, '~0').replace(/\//g, '~1') +
                          '/answers/' +
                          i8,
                        schemaPath: 'SuiteFileWebhook/properties/answers/items/minimum',
                        keyword: 'minimum',
                        params: { comparison: '>=', limit: 100 },
                        schema: 100,
                        parentSchema: schema99.properties.answers.items,
                        data: data29,
                      };
                      if (vErrors === null) {
                        vErrors = [err81];
                      } else {
                        vErrors.push(err81);
                      }
                      errors++;
                    }
                  }
                  if (typeof data29 === 'string') {
                    if (!pattern57.test(data29)) {
                      const err82 = {
                        instancePath:
                          instancePath +
                          '/webhooks/' +
                          key6.replace(/~/g, '~0').replace(/\//g, '~1') +
                          '/answers/' +
                          i8,
                        schemaPath: 'SuiteFileWebhook/properties/answers/items/pattern',
                        keyword: 'pattern',
                        params: { pattern: '^timeout$' },
                        schema: '^timeout$',
                        parentSchema: schema99.properties.answers.items,
                        data: data29,
                      };
                      if (vErrors === null) {
                        vErrors = [err82];
                      } else {
                        vErrors.push(err82);
                      }
                      errors++;
                    }
                  }
                }
              } else {
                const err83 = {
                  instancePath:
                    instancePath + '/webhooks/' + key6.replace(/~/g, '~0').replace(/\//g, '~1') + '/answers',
                  schemaPath: 'SuiteFileWebhook/properties/answers/type',
                  keyword: 'type',
                  params: { type: 'array' },
                  schema: schema99.properties.answers.type,
                  parentSchema: schema99.properties.answers,
                  data: data28,
                };
                if (vErrors === null) {
                  vErrors = [err83];
                } else {
                  vErrors.push(err83);
                }
                errors++;
              }
            }
            if (data27.delayMs !== undefined) {
              let data30 = data27.delayMs;
              if (!(typeof data30 == 'number' && !(data30 % 1) && !isNaN(data30) && isFinite(data30))) {
                const err84 = {
                  instancePath:
                    instancePath + '/webhooks/' + key6.replace(/~/g, '~0').replace(/\//g, '~1') + '/delayMs',
                  schemaPath: 'SuiteFileWebhook/properties/delayMs/type',
                  keyword: 'type',
                  params: { type: 'integer' },
                  schema: schema99.properties.delayMs.type,
                  parentSchema: schema99.properties.delayMs,
                  data: data30,
                };
                if (vErrors === null) {
                  vErrors = [err84];
                } else {
                  vErrors.push(err84);
                }
                errors++;
              }
              if (typeof data30 == 'number' && isFinite(data30)) {
                if (data30 > 60000 || isNaN(data30)) {
                  const err85 = {
                    instancePath:
                      instancePath + '/webhooks/' + key6.replace(/~/g, '~0').replace(/\//g, '~1') + '/delayMs',
                    schemaPath: 'SuiteFileWebhook/properties/delayMs/maximum',
                    keyword: 'maximum',
                    params: { comparison: '<=', limit: 60000 },
                    schema: 60000,
                    parentSchema: schema99.properties.delayMs,
                    data: data30,
                  };
                  if (vErrors === null) {
                    vErrors = [err85];
                  } else {
                    vErrors.push(err85);
                  }
                  errors++;
                }
                if (data30 < 0 || isNaN(data30)) {
                  const err86 = {
                    instancePath:
                      instancePath + '/webhooks/' + key6.replace(/~/g, '~0').replace(/\//g, '~1') + '/delayMs',
                    schemaPath: 'SuiteFileWebhook/properties/delayMs/minimum',
                    keyword: 'minimum',
                    params: { comparison: '>=', limit: 0 },
                    schema: 0,
                    parentSchema: schema99.properties.delayMs,
                    data: data30,
                  };
                  if (vErrors === null) {
                    vErrors = [err86];
                  } else {
                    vErrors.push(err86);
                  }
                  errors++;
                }
              }
            }
            if (data27.signature !== undefined) {
              let data31 = data27.signature;
              if (data31 && typeof data31 == 'object' && !Array.isArray(data31)) {
                if (data31.header === undefined) {
                  const err87 = {
                    instancePath:
                      instancePath + '/webhooks/' + key6.replace(/~/g, '~0').replace(/\//g, '~1') + '/signature',
                    schemaPath: 'SuiteFileWebhook/properties/signature/required',
                    keyword: 'required',
                    params: { missingProperty: 'header' },
                    schema: schema99.properties.signature.required,
                    parentSchema: schema99.properties.signature,
                    data: data31,
                  };
                  if (vErrors === null) {
                    vErrors = [err87];
                  } else {
                    vErrors.push(err87);
                  }
                  errors++;
                }
                if (data31.secret === undefined) {
                  const err88 = {
                    instancePath:
                      instancePath + '/webhooks/' + key6.replace(/~/g, '~0').replace(/\//g, '~1') + '/signature',
                    schemaPath: 'SuiteFileWebhook/properties/signature/required',
                    keyword: 'required',
                    params: { missingProperty: 'secret' },
                    schema: schema99.properties.signature.required,
                    parentSchema: schema99.properties.signature,
                    data: data31,
                  };
                  if (vErrors === null) {
                    vErrors = [err88];
                  } else {
                    vErrors.push(err88);
                  }
                  errors++;
                }
                for (const key8 in data31) {
                  if (!(
                    key8 === 'header' ||
                    key8 === 'secret' ||
                    key8 === 'algorithm' ||
                    key8 === 'encoding' ||
                    key8 === 'prefix'
                  )) {
                    const err89 = {
                      instancePath:
                        instancePath + '/webhooks/' + key6.replace(/~/g, '~0').replace(/\//g, '~1') + '/signature',
                      schemaPath: 'SuiteFileWebhook/properties/signature/additionalProperties',
                      keyword: 'additionalProperties',
                      params: { additionalProperty: key8 },
                      schema: false,
                      parentSchema: schema99.properties.signature,
                      data: data31,
                    };
                    if (vErrors === null) {
                      vErrors = [err89];
                    } else {
                      vErrors.push(err89);
                    }
                    errors++;
                  }
                }
                if (data31.header !== undefined) {
                  let data32 = data31.header;
                  if (typeof data32 === 'string') {
                    if (!pattern58.test(data32)) {
                      const err90 = {
                        instancePath:
                          instancePath +
                          '/webhooks/' +
                          key6.replace(/~/g, '~0').replace(/\//g, '~1') +
                          '/signature/header',
                        schemaPath: 'SuiteFileWebhook/properties/signature/properties/header/pattern',
                        keyword: 'pattern',
                        params: { pattern: "^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}$" },
                        schema: "^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}$",
                        parentSchema: schema99.properties.signature.properties.header,
                        data: data32,
                      };
                      if (vErrors === null) {
                        vErrors = [err90];
                      } else {
                        vErrors.push(err90);
                      }
                      errors++;
                    }
                  } else {
                    const err91 = {
                      instancePath:
                        instancePath +
                        '/webhooks/' +
                        key6.replace(/~/g, '~0').replace(/\//g, '~1') +
                        '/signature/header',
                      schemaPath: 'SuiteFileWebhook/properties/signature/properties/header/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      schema: schema99.properties.signature.properties.header.type,
                      parentSchema: schema99.properties.signature.properties.header,
                      data: data32,
                    };
                    if (vErrors === null) {
                      vErrors = [err91];
                    } else {
                      vErrors.push(err91);
                    }
                    errors++;
                  }
                }
                if (data31.secret !== undefined) {
                  let data33 = data31.secret;
                  if (typeof data33 === 'string') {
                    if (func3(data33) > 2000) {
                      const err92 = {
                        instancePath:
                          instancePath +
                          '/webhooks/' +
                          key6.replace(/~/g, '~0').replace(/\//g, '~1') +
                          '/signature/secret',
                        schemaPath: 'SuiteFileWebhook/properties/signature/properties/secret/maxLength',
                        keyword: 'maxLength',
                        params: { limit: 2000 },
                        schema: 2000,
                        parentSchema: schema99.properties.signature.properties.secret,
                        data: data33,
                      };
                      if (vErrors === null) {
                        vErrors = [err92];
                      } else {
                        vErrors.push(err92);
                      }
                      errors++;
                    }
                    if (func3(data33) < 1) {
                      const err93 = {
                        instancePath:
                          instancePath +
                          '/webhooks/' +
                          key6.replace(/~/g, '~0').replace(/\//g, '~1') +
                          '/signature/secret',
                        schemaPath: 'SuiteFileWebhook/properties/signature/properties/secret/minLength',
                        keyword: 'minLength',
                        params: { limit: 1 },
                        schema: 1,
                        parentSchema: schema99.properties.signature.properties.secret,
                        data: data33,
                      };
                      if (vErrors === null) {
                        vErrors = [err93];
                      } else {
                        vErrors.push(err93);
                      }
                      errors++;
                    }
                  } else {
                    const err94 = {
                      instancePath:
                        instancePath +
                        '/webhooks/' +
                        key6.replace(/~/g, '~0').replace(/\//g, '~1') +
                        '/signature/secret',
                      schemaPath: 'SuiteFileWebhook/properties/signature/properties/secret/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      schema: schema99.properties.signature.properties.secret.type,
                      parentSchema: schema99.properties.signature.properties.secret,
                      data: data33,
                    };
                    if (vErrors === null) {
                      vErrors = [err94];
                    } else {
                      vErrors.push(err94);
                    }
                    errors++;
                  }
                }
                if (data31.algorithm !== undefined) {
                  let data34 = data31.algorithm;
                  if (!(data34 === 'sha256' || data34 === 'sha1' || data34 === 'sha512')) {
                    const err95 = {
                      instancePath:
                        instancePath +
                        '/webhooks/' +
                        key6.replace(/~/g, '~0').replace(/\//g, '~1') +
                        '/signature/algorithm',
                      schemaPath: 'SuiteFileWebhook/properties/signature/properties/algorithm/enum',
                      keyword: 'enum',
                      params: { allowedValues: schema99.properties.signature.properties.algorithm.enum },
                      schema: schema99.properties.signature.properties.algorithm.enum,
                      parentSchema: schema99.properties.signature.properties.algorithm,
                      data: data34,
                    };
                    if (vErrors === null) {
                      vErrors = [err95];
                    } else {
                      vErrors.push(err95);
                    }
                    errors++;
                  }
                }
                if (data31.encoding !== undefined) {
                  let data35 = data31.encoding;
                  if (!(data35 === 'hex' || data35 === 'base64')) {
                    const err96 = {
                      instancePath:
                        instancePath +
                        '/webhooks/' +
                        key6.replace(/~/g, '~0').replace(/\//g, '~1') +
                        '/signature/encoding',
                      schemaPath: 'SuiteFileWebhook/properties/signature/properties/encoding/enum',
                      keyword: 'enum',
                      params: { allowedValues: schema99.properties.signature.properties.encoding.enum },
                      schema: schema99.properties.signature.properties.encoding.enum,
                      parentSchema: schema99.properties.signature.properties.encoding,
                      data: data35,
                    };
                    if (vErrors === null) {
                      vErrors = [err96];
                    } else {
                      vErrors.push(err96);
                    }
                    errors++;
                  }
                }
                if (data31.prefix !== undefined) {
                  let data36 = data31.prefix;
                  if (typeof data36 === 'string') {
                    if (func3(data36) > 100) {
                      const err97 = {
                        instancePath:
                          instancePath +
                          '/webhooks/' +
                          key6.replace(/~/g, '~0').replace(/\//g, '~1') +
                          '/signature/prefix',
                        schemaPath: 'SuiteFileWebhook/properties/signature/properties/prefix/maxLength',
                        keyword: 'maxLength',
                        params: { limit: 100 },
                        schema: 100,
                        parentSchema: schema99.properties.signature.properties.prefix,
                        data: data36,
                      };
                      if (vErrors === null) {
                        vErrors = [err97];
                      } else {
                        vErrors.push(err97);
                      }
                      errors++;
                    }
                  } else {
                    const err98 = {
                      instancePath:
                        instancePath +
                        '/webhooks/' +
                        key6.replace(/~/g, '~0').replace(/\//g, '~1') +
                        '/signature/prefix',
                      schemaPath: 'SuiteFileWebhook/properties/signature/properties/prefix/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      schema: schema99.properties.signature.properties.prefix.type,
                      parentSchema: schema99.properties.signature.properties.prefix,
                      data: data36,
                    };
                    if (vErrors === null) {
                      vErrors = [err98];
                    } else {
                      vErrors.push(err98);
                    }
                    errors++;
                  }
                }
              } else {
                const err99 = {
                  instancePath:
                    instancePath + '/webhooks/' + key6.replace(/~/g, '~0').replace(/\//g, '~1') + '/signature',
                  schemaPath: 'SuiteFileWebhook/properties/signature/type',
                  keyword: 'type',
                  params: { type: 'object' },
                  schema: schema99.properties.signature.type,
                  parentSchema: schema99.properties.signature,
                  data: data31,
                };
                if (vErrors === null) {
                  vErrors = [err99];
                } else {
                  vErrors.push(err99);
                }
                errors++;
              }
            }
          } else {
            const err100 = {
              instancePath: instancePath + '/webhooks/' + key6.replace(/~/g, '~0').replace(/\//g, '~1'),
              schemaPath: 'SuiteFileWebhook/type',
              keyword: 'type',
              params: { type: 'object' },
              schema: schema99.type,
              parentSchema: schema99,
              data: data27,
            };
            if (vErrors === null) {
              vErrors = [err100];
            } else {
              vErrors.push(err100);
            }
            errors++;
          }
        }
      } else {
        const err101 = {
          instancePath: instancePath + '/webhooks',
          schemaPath: '#/properties/webhooks/type',
          keyword: 'type',
          params: { type: 'object' },
          schema: schema85.properties.webhooks.type,
          parentSchema: schema85.properties.webhooks,
          data: data26,
        };
        if (vErrors === null) {
          vErrors = [err101];
        } else {
          vErrors.push(err101);
        }
        errors++;
      }
    }
    if (data.flows !== undefined) {
      let data37 = data.flows;
      if (data37 && typeof data37 == 'object' && !Array.isArray(data37)) {
        if (Object.keys(data37).length > 1000) {
          const err102 = {
            instancePath: instancePath + '/flows',
            schemaPath: '#/properties/flows/maxProperties',
            keyword: 'maxProperties',
            params: { limit: 1000 },
            schema: 1000,
            parentSchema: schema85.properties.flows,
            data: data37,
          };
          if (vErrors === null) {
            vErrors = [err102];
          } else {
            vErrors.push(err102);
          }
          errors++;
        }
        for (const key9 in data37) {
          const _errs99 = errors;
          if (typeof key9 === 'string') {
            if (!pattern1.test(key9)) {
              const err103 = {
                instancePath: instancePath + '/flows',
                schemaPath: 'SuiteFileId/pattern',
                keyword: 'pattern',
                params: { pattern: '^[a-z0-9][a-z0-9-]{0,62}$' },
                schema: '^[a-z0-9][a-z0-9-]{0,62}$',
                parentSchema: schema86,
                data: key9,
                propertyName: key9,
              };
              if (vErrors === null) {
                vErrors = [err103];
              } else {
                vErrors.push(err103);
              }
              errors++;
            }
          } else {
            const err104 = {
              instancePath: instancePath + '/flows',
              schemaPath: 'SuiteFileId/type',
              keyword: 'type',
              params: { type: 'string' },
              schema: schema86.type,
              parentSchema: schema86,
              data: key9,
              propertyName: key9,
            };
            if (vErrors === null) {
              vErrors = [err104];
            } else {
              vErrors.push(err104);
            }
            errors++;
          }
          var valid38 = _errs99 === errors;
          if (!valid38) {
            const err105 = {
              instancePath: instancePath + '/flows',
              schemaPath: '#/properties/flows/propertyNames',
              keyword: 'propertyNames',
              params: { propertyName: key9 },
              schema: schema85.properties.flows.propertyNames,
              parentSchema: schema85.properties.flows,
              data: data37,
            };
            if (vErrors === null) {
              vErrors = [err105];
            } else {
              vErrors.push(err105);
            }
            errors++;
          }
        }
        for (const key10 in data37) {
          if (
            !validate55(data37[key10], {
              instancePath: instancePath + '/flows/' + key10.replace(/~/g, '~0').replace(/\//g, '~1'),
              parentData: data37,
              parentDataProperty: key10,
              rootData,
            })
          ) {
            vErrors = joinErrors(vErrors, validate55.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err106 = {
          instancePath: instancePath + '/flows',
          schemaPath: '#/properties/flows/type',
          keyword: 'type',
          params: { type: 'object' },
          schema: schema85.properties.flows.type,
          parentSchema: schema85.properties.flows,
          data: data37,
        };
        if (vErrors === null) {
          vErrors = [err106];
        } else {
          vErrors.push(err106);
        }
        errors++;
      }
    }
    if (data.defaults !== undefined) {
      let data39 = data.defaults;
      if (data39 && typeof data39 == 'object' && !Array.isArray(data39)) {
        for (const key11 in data39) {
          if (!(
            key11 === 'headers' ||
            key11 === 'timeoutMs' ||
            key11 === 'reruns' ||
            key11 === 'rerunDelayMs' ||
            key11 === 'target' ||
            key11 === 'followRedirects' ||
            key11 === 'retry' ||
            key11 === 'cookies'
          )) {
            const err107 = {
              instancePath: instancePath + '/defaults',
              schemaPath: '#/properties/defaults/additionalProperties',
              keyword: 'additionalProperties',
              params: { additionalProperty: key11 },
              schema: false,
              parentSchema: schema85.properties.defaults,
              data: data39,
            };
            if (vErrors === null) {
              vErrors = [err107];
            } else {
              vErrors.push(err107);
            }
            errors++;
          }
        }
        if (data39.headers !== undefined) {
          let data40 = data39.headers;
          if (data40 && typeof data40 == 'object' && !Array.isArray(data40)) {
            if (Object.keys(data40).length > 100) {
              const err108 = {
                instancePath: instancePath + '/defaults/headers',
                schemaPath: 'SuiteFileHeaders/maxProperties',
                keyword: 'maxProperties',
                params: { limit: 100 },
                schema: 100,
                parentSchema: schema107,
                data: data40,
              };
              if (vErrors === null) {
                vErrors = [err108];
              } else {
                vErrors.push(err108);
              }
              errors++;
            }
            for (const key12 in data40) {
              const _errs110 = errors;
              if (typeof key12 === 'string') {
                if (!pattern58.test(key12)) {
                  const err109 = {
                    instancePath: instancePath + '/defaults/headers',
                    schemaPath: 'SuiteFileHeaders/propertyNames/pattern',
                    keyword: 'pattern',
                    params: { pattern: "^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}$" },
                    schema: "^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}$",
                    parentSchema: schema107.propertyNames,
                    data: key12,
                    propertyName: key12,
                  };
                  if (vErrors === null) {
                    vErrors = [err109];
                  } else {
                    vErrors.push(err109);
                  }
                  errors++;
                }
              }
              var valid43 = _errs110 === errors;
              if (!valid43) {
                const err110 = {
                  instancePath: instancePath + '/defaults/headers',
                  schemaPath: 'SuiteFileHeaders/propertyNames',
                  keyword: 'propertyNames',
                  params: { propertyName: key12 },
                  schema: schema107.propertyNames,
                  parentSchema: schema107,
                  data: data40,
                };
                if (vErrors === null) {
                  vErrors = [err110];
                } else {
                  vErrors.push(err110);
                }
                errors++;
              }
            }
            for (const key13 in data40) {
              let data41 = data40[key13];
              if (
                typeof data41 !== 'string' &&
                !(typeof data41 == 'number' && isFinite(data41)) &&
                typeof data41 !== 'boolean' &&
                data41 !== null
              ) {
                const err111 = {
                  instancePath: instancePath + '/defaults/headers/' + key13.replace(/~/g, '~0').replace(/\//g, '~1'),
                  schemaPath: 'SuiteFileHeaders/additionalProperties/type',
                  keyword: 'type',
                  params: { type: schema107.additionalProperties.type },
                  schema: schema107.additionalProperties.type,
                  parentSchema: schema107.additionalProperties,
                  data: data41,
                };
                if (vErrors === null) {
                  vErrors = [err111];
                } else {
                  vErrors.push(err111);
                }
                errors++;
              }
            }
          } else {
            const err112 = {
              instancePath: instancePath + '/defaults/headers',
              schemaPath: 'SuiteFileHeaders/type',
              keyword: 'type',
              params: { type: 'object' },
              schema: schema107.type,
              parentSchema: schema107,
              data: data40,
            };
            if (vErrors === null) {
              vErrors = [err112];
            } else {
              vErrors.push(err112);
            }
            errors++;
          }
        }
        if (data39.timeoutMs !== undefined) {
          let data42 = data39.timeoutMs;
          if (!(typeof data42 == 'number' && !(data42 % 1) && !isNaN(data42) && isFinite(data42))) {
            const err113 = {
              instancePath: instancePath + '/defaults/timeoutMs',
              schemaPath: 'SuiteFileTimeoutMs/type',
              keyword: 'type',
              params: { type: 'integer' },
              schema: schema108.type,
              parentSchema: schema108,
              data: data42,
            };
            if (vErrors === null) {
              vErrors = [err113];
            } else {
              vErrors.push(err113);
            }
            errors++;
          }
          if (typeof data42 == 'number' && isFinite(data42)) {
            if (data42 > 300000 || isNaN(data42)) {
              const err114 = {
                instancePath: instancePath + '/defaults/timeoutMs',
                schemaPath: 'SuiteFileTimeoutMs/maximum',
                keyword: 'maximum',
                params: { comparison: '<=', limit: 300000 },
                schema: 300000,
                parentSchema: schema108,
                data: data42,
              };
              if (vErrors === null) {
                vErrors = [err114];
              } else {
                vErrors.push(err114);
              }
              errors++;
            }
            if (data42 < 1 || isNaN(data42)) {
              const err115 = {
                instancePath: instancePath + '/defaults/timeoutMs',
                schemaPath: 'SuiteFileTimeoutMs/minimum',
                keyword: 'minimum',
                params: { comparison: '>=', limit: 1 },
                schema: 1,
                parentSchema: schema108,
                data: data42,
              };
              if (vErrors === null) {
                vErrors = [err115];
              } else {
                vErrors.push(err115);
              }
              errors++;
            }
          }
        }
        if (data39.reruns !== undefined) {
          let data43 = data39.reruns;
          if (!(typeof data43 == 'number' && !(data43 % 1) && !isNaN(data43) && isFinite(data43))) {
            const err116 = {
              instancePath: instancePath + '/defaults/reruns',
              schemaPath: 'SuiteFileReruns/type',
              keyword: 'type',
              params: { type: 'integer' },
              schema: schema109.type,
              parentSchema: schema109,
              data: data43,
            };
            if (vErrors === null) {
              vErrors = [err116];
            } else {
              vErrors.push(err116);
            }
            errors++;
          }
          if (typeof data43 == 'number' && isFinite(data43)) {
            if (data43 > 3 || isNaN(data43)) {
              const err117 = {
                instancePath: instancePath + '/defaults/reruns',
                schemaPath: 'SuiteFileReruns/maximum',
                keyword: 'maximum',
                params: { comparison: '<=', limit: 3 },
                schema: 3,
                parentSchema: schema109,
                data: data43,
              };
              if (vErrors === null) {
                vErrors = [err117];
              } else {
                vErrors.push(err117);
              }
              errors++;
            }
            if (data43 < 0 || isNaN(data43)) {
              const err118 = {
                instancePath: instancePath + '/defaults/reruns',
                schemaPath: 'SuiteFileReruns/minimum',
                keyword: 'minimum',
                params: { comparison: '>=', limit: 0 },
                schema: 0,
                parentSchema: schema109,
                data: data43,
              };
              if (vErrors === null) {
                vErrors = [err118];
              } else {
                vErrors.push(err118);
              }
              errors++;
            }
          }
        }
        if (data39.rerunDelayMs !== undefined) {
          let data44 = data39.rerunDelayMs;
          if (!(typeof data44 == 'number' && !(data44 % 1) && !isNaN(data44) && isFinite(data44))) {
            const err119 = {
              instancePath: instancePath + '/defaults/rerunDelayMs',
              schemaPath: 'SuiteFileRerunDelayMs/type',
              keyword: 'type',
              params: { type: 'integer' },
              schema: schema110.type,
              parentSchema: schema110,
              data: data44,
            };
            if (vErrors === null) {
              vErrors = [err119];
            } else {
              vErrors.push(err119);
            }
            errors++;
          }
          if (typeof data44 == 'number' && isFinite(data44)) {
            if (data44 > 60000 || isNaN(data44)) {
              const err120 = {
                instancePath: instancePath + '/defaults/rerunDelayMs',
                schemaPath: 'SuiteFileRerunDelayMs/maximum',
                keyword: 'maximum',
                params: { comparison: '<=', limit: 60000 },
                schema: 60000,
                parentSchema: schema110,
                data: data44,
              };
              if (vErrors === null) {
                vErrors = [err120];
              } else {
                vErrors.push(err120);
              }
              errors++;
            }
            if (data44 < 0 || isNaN(data44)) {
              const err121 = {
                instancePath: instancePath + '/defaults/rerunDelayMs',
                schemaPath: 'SuiteFileRerunDelayMs/minimum',
                keyword: 'minimum',
                params: { comparison: '>=', limit: 0 },
                schema: 0,
                parentSchema: schema110,
                data: data44,
              };
              if (vErrors === null) {
                vErrors = [err121];
              } else {
                vErrors.push(err121);
              }
              errors++;
            }
          }
        }
        if (data39.target !== undefined) {
          let data45 = data39.target;
          if (typeof data45 === 'string') {
            if (!pattern63.test(data45)) {
              const err122 = {
                instancePath: instancePath + '/defaults/target',
                schemaPath: 'SuiteFileTargetName/pattern',
                keyword: 'pattern',
                params: { pattern: '^[A-Za-z0-9][A-Za-z0-9_-]{0,62}$' },
                schema: '^[A-Za-z0-9][A-Za-z0-9_-]{0,62}$',
                parentSchema: schema111,
                data: data45,
              };
              if (vErrors === null) {
                vErrors = [err122];
              } else {
                vErrors.push(err122);
              }
              errors++;
            }
          } else {
            const err123 = {
              instancePath: instancePath + '/defaults/target',
              schemaPath: 'SuiteFileTargetName/type',
              keyword: 'type',
              params: { type: 'string' },
              schema: schema111.type,
              parentSchema: schema111,
              data: data45,
            };
            if (vErrors === null) {
              vErrors = [err123];
            } else {
              vErrors.push(err123);
            }
            errors++;
          }
        }
        if (data39.followRedirects !== undefined) {
          let data46 = data39.followRedirects;
          if (typeof data46 !== 'boolean') {
            const err124 = {
              instancePath: instancePath + '/defaults/followRedirects',
              schemaPath: '#/properties/defaults/properties/followRedirects/type',
              keyword: 'type',
              params: { type: 'boolean' },
              schema: schema85.properties.defaults.properties.followRedirects.type,
              parentSchema: schema85.properties.defaults.properties.followRedirects,
              data: data46,
            };
            if (vErrors === null) {
              vErrors = [err124];
            } else {
              vErrors.push(err124);
            }
            errors++;
          }
        }
        if (data39.retry !== undefined) {
          let data47 = data39.retry;
          if (typeof data47 !== 'boolean' && !(data47 && typeof data47 == 'object' && !Array.isArray(data47))) {
            const err125 = {
              instancePath: instancePath + '/defaults/retry',
              schemaPath: 'SuiteFileRetry/type',
              keyword: 'type',
              params: { type: schema112.type },
              schema: schema112.type,
              parentSchema: schema112,
              data: data47,
            };
            if (vErrors === null) {
              vErrors = [err125];
            } else {
              vErrors.push(err125);
            }
            errors++;
          }
          const _errs131 = errors;
          let valid50 = true;
          const _errs132 = errors;
          if (!(data47 && typeof data47 == 'object' && !Array.isArray(data47))) {
            const err126 = {};
            if (vErrors === null) {
              vErrors = [err126];
            } else {
              vErrors.push(err126);
            }
            errors++;
          }
          var _valid1 = _errs132 === errors;
          errors = _errs131;
          if (vErrors !== null) {
            if (_errs131) {
              vErrors.length = _errs131;
            } else {
              vErrors = null;
            }
          }
          let ifClause0;
          if (_valid1) {
            const _errs134 = errors;
            if (data47 && typeof data47 == 'object' && !Array.isArray(data47)) {
              for (const key14 in data47) {
                if (!(key14 === 'max' || key14 === 'nonIdempotent' || key14 === 'waitMsMax')) {
                  const err127 = {
                    instancePath: instancePath + '/defaults/retry',
                    schemaPath: 'SuiteFileRetry/then/additionalProperties',
                    keyword: 'additionalProperties',
                    params: { additionalProperty: key14 },
                    schema: false,
                    parentSchema: schema112.then,
                    data: data47,
                  };
                  if (vErrors === null) {
                    vErrors = [err127];
                  } else {
                    vErrors.push(err127);
                  }
                  errors++;
                }
              }
              if (data47.max !== undefined) {
                let data48 = data47.max;
                if (!(typeof data48 == 'number' && !(data48 % 1) && !isNaN(data48) && isFinite(data48))) {
                  const err128 = {
                    instancePath: instancePath + '/defaults/retry/max',
                    schemaPath: 'SuiteFileRetry/then/properties/max/type',
                    keyword: 'type',
                    params: { type: 'integer' },
                    schema: schema112.then.properties.max.type,
                    parentSchema: schema112.then.properties.max,
                    data: data48,
                  };
                  if (vErrors === null) {
                    vErrors = [err128];
                  } else {
                    vErrors.push(err128);
                  }
                  errors++;
                }
                if (typeof data48 == 'number' && isFinite(data48)) {
                  if (data48 > 5 || isNaN(data48)) {
                    const err129 = {
                      instancePath: instancePath + '/defaults/retry/max',
                      schemaPath: 'SuiteFileRetry/then/properties/max/maximum',
                      keyword: 'maximum',
                      params: { comparison: '<=', limit: 5 },
                      schema: 5,
                      parentSchema: schema112.then.properties.max,
                      data: data48,
                    };
                    if (vErrors === null) {
                      vErrors = [err129];
                    } else {
                      vErrors.push(err129);
                    }
                    errors++;
                  }
                  if (data48 < 0 || isNaN(data48)) {
                    const err130 = {
                      instancePath: instancePath + '/defaults/retry/max',
                      schemaPath: 'SuiteFileRetry/then/properties/max/minimum',
                      keyword: 'minimum',
                      params: { comparison: '>=', limit: 0 },
                      schema: 0,
                      parentSchema: schema112.then.properties.max,
                      data: data48,
                    };
                    if (vErrors === null) {
                      vErrors = [err130];
                    } else {
                      vErrors.push(err130);
                    }
                    errors++;
                  }
                }
              }
              if (data47.nonIdempotent !== undefined) {
                let data49 = data47.nonIdempotent;
                if (typeof data49 !== 'boolean') {
                  const err131 = {
                    instancePath: instancePath + '/defaults/retry/nonIdempotent',
                    schemaPath: 'SuiteFileRetry/then/properties/nonIdempotent/type',
                    keyword: 'type',
                    params: { type: 'boolean' },
                    schema: schema112.then.properties.nonIdempotent.type,
                    parentSchema: schema112.then.properties.nonIdempotent,
                    data: data49,
                  };
                  if (vErrors === null) {
                    vErrors = [err131];
                  } else {
                    vErrors.push(err131);
                  }
                  errors++;
                }
              }
              if (data47.waitMsMax !== undefined) {
                let data50 = data47.waitMsMax;
                if (!(typeof data50 == 'number' && !(data50 % 1) && !isNaN(data50) && isFinite(data50))) {
                  const err132 = {
                    instancePath: instancePath + '/defaults/retry/waitMsMax',
                    schemaPath: 'SuiteFileRetry/then/properties/waitMsMax/type',
                    keyword: 'type',
                    params: { type: 'integer' },
                    schema: schema112.then.properties.waitMsMax.type,
                    parentSchema: schema112.then.properties.waitMsMax,
                    data: data50,
                  };
                  if (vErrors === null) {
                    vErrors = [err132];
                  } else {
                    vErrors.push(err132);
                  }
                  errors++;
                }
                if (typeof data50 == 'number' && isFinite(data50)) {
                  if (data50 > 300000 || isNaN(data50)) {
                    const err133 = {
                      instancePath: instancePath + '/defaults/retry/waitMsMax',
                      schemaPath: 'SuiteFileRetry/then/properties/waitMsMax/maximum',
                      keyword: 'maximum',
                      params: { comparison: '<=', limit: 300000 },
                      schema: 300000,
                      parentSchema: schema112.then.properties.waitMsMax,
                      data: data50,
                    };
                    if (vErrors === null) {
                      vErrors = [err133];
                    } else {
                      vErrors.push(err133);
                    }
                    errors++;
                  }
                  if (data50 < 0 || isNaN(data50)) {
                    const err134 = {
                      instancePath: instancePath + '/defaults/retry/waitMsMax',
                      schemaPath: 'SuiteFileRetry/then/properties/waitMsMax/minimum',
                      keyword: 'minimum',
                      params: { comparison: '>=', limit: 0 },
                      schema: 0,
                      parentSchema: schema112.then.properties.waitMsMax,
                      data: data50,
                    };
                    if (vErrors === null) {
                      vErrors = [err134];
                    } else {
                      vErrors.push(err134);
                    }
                    errors++;
                  }
                }
              }
            }
            var _valid1 = _errs134 === errors;
            valid50 = _valid1;
            ifClause0 = 'then';
          } else {
            const _errs142 = errors;
            if (false !== data47) {
              const err135 = {
                instancePath: instancePath + '/defaults/retry',
                schemaPath: 'SuiteFileRetry/else/const',
                keyword: 'const',
                params: { allowedValue: false },
                schema: false,
                parentSchema: schema112.else,
                data: data47,
              };
              if (vErrors === null) {
                vErrors = [err135];
              } else {
                vErrors.push(err135);
              }
              errors++;
            }
            var _valid1 = _errs142 === errors;
            valid50 = _valid1;
            ifClause0 = 'else';
          }
          if (!valid50) {
            const err136 = {
              instancePath: instancePath + '/defaults/retry',
              schemaPath: 'SuiteFileRetry/if',
              keyword: 'if',
              params: { failingKeyword: ifClause0 },
              schema: schema112.if,
              parentSchema: schema112,
              data: data47,
            };
            if (vErrors === null) {
              vErrors = [err136];
            } else {
              vErrors.push(err136);
            }
            errors++;
          }
        }
        if (data39.cookies !== undefined) {
          let data51 = data39.cookies;
          if (typeof data51 !== 'boolean') {
            const err137 = {
              instancePath: instancePath + '/defaults/cookies',
              schemaPath: '#/properties/defaults/properties/cookies/type',
              keyword: 'type',
              params: { type: 'boolean' },
              schema: schema85.properties.defaults.properties.cookies.type,
              parentSchema: schema85.properties.defaults.properties.cookies,
              data: data51,
            };
            if (vErrors === null) {
              vErrors = [err137];
            } else {
              vErrors.push(err137);
            }
            errors++;
          }
        }
      } else {
        const err138 = {
          instancePath: instancePath + '/defaults',
          schemaPath: '#/properties/defaults/type',
          keyword: 'type',
          params: { type: 'object' },
          schema: schema85.properties.defaults.type,
          parentSchema: schema85.properties.defaults,
          data: data39,
        };
        if (vErrors === null) {
          vErrors = [err138];
        } else {
          vErrors.push(err138);
        }
        errors++;
      }
    }
    if (data.rate !== undefined) {
      let data52 = data.rate;
      if (data52 && typeof data52 == 'object' && !Array.isArray(data52)) {
        if (Object.keys(data52).length < 1) {
          const err139 = {
            instancePath: instancePath + '/rate',
            schemaPath: '#/properties/rate/minProperties',
            keyword: 'minProperties',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema85.properties.rate,
            data: data52,
          };
          if (vErrors === null) {
            vErrors = [err139];
          } else {
            vErrors.push(err139);
          }
          errors++;
        }
        for (const key15 in data52) {
          if (!(key15 === 'requestsPerSecond' || key15 === 'burst' || key15 === 'perOperation')) {
            const err140 = {
              instancePath: instancePath + '/rate',
              schemaPath: '#/properties/rate/additionalProperties',
              keyword: 'additionalProperties',
              params: { additionalProperty: key15 },
              schema: false,
              parentSchema: schema85.properties.rate,
              data: data52,
            };
            if (vErrors === null) {
              vErrors = [err140];
            } else {
              vErrors.push(err140);
            }
            errors++;
          }
        }
        if (data52.requestsPerSecond !== undefined) {
          let data53 = data52.requestsPerSecond;
          if (typeof data53 == 'number' && isFinite(data53)) {
            if (data53 > 100000 || isNaN(data53)) {
              const err141 = {
                instancePath: instancePath + '/rate/requestsPerSecond',
                schemaPath: '#/properties/rate/properties/requestsPerSecond/maximum',
                keyword: 'maximum',
                params: { comparison: '<=', limit: 100000 },
                schema: 100000,
                parentSchema: schema85.properties.rate.properties.requestsPerSecond,
                data: data53,
              };
              if (vErrors === null) {
                vErrors = [err141];
              } else {
                vErrors.push(err141);
              }
              errors++;
            }
            if (data53 <= 0 || isNaN(data53)) {
              const err142 = {
                instancePath: instancePath + '/rate/requestsPerSecond',
                schemaPath: '#/properties/rate/properties/requestsPerSecond/exclusiveMinimum',
                keyword: 'exclusiveMinimum',
                params: { comparison: '>', limit: 0 },
                schema: 0,
                parentSchema: schema85.properties.rate.properties.requestsPerSecond,
                data: data53,
              };
              if (vErrors === null) {
                vErrors = [err142];
              } else {
                vErrors.push(err142);
              }
              errors++;
            }
          } else {
            const err143 = {
              instancePath: instancePath + '/rate/requestsPerSecond',
              schemaPath: '#/properties/rate/properties/requestsPerSecond/type',
              keyword: 'type',
              params: { type: 'number' },
              schema: schema85.properties.rate.properties.requestsPerSecond.type,
              parentSchema: schema85.properties.rate.properties.requestsPerSecond,
              data: data53,
            };
            if (vErrors === null) {
              vErrors = [err143];
            } else {
              vErrors.push(err143);
            }
            errors++;
          }
        }
        if (data52.burst !== undefined) {
          let data54 = data52.burst;
          if (!(typeof data54 == 'number' && !(data54 % 1) && !isNaN(data54) && isFinite(data54))) {
            const err144 = {
              instancePath: instancePath + '/rate/burst',
              schemaPath: '#/properties/rate/properties/burst/type',
              keyword: 'type',
              params: { type: 'integer' },
              schema: schema85.properties.rate.properties.burst.type,
              parentSchema: schema85.properties.rate.properties.burst,
              data: data54,
            };
            if (vErrors === null) {
              vErrors = [err144];
            } else {
              vErrors.push(err144);
            }
            errors++;
          }
          if (typeof data54 == 'number' && isFinite(data54)) {
            if (data54 > 10000 || isNaN(data54)) {
              const err145 = {
                instancePath: instancePath + '/rate/burst',
                schemaPath: '#/properties/rate/properties/burst/maximum',
                keyword: 'maximum',
                params: { comparison: '<=', limit: 10000 },
                schema: 10000,
                parentSchema: schema85.properties.rate.properties.burst,
                data: data54,
              };
              if (vErrors === null) {
                vErrors = [err145];
              } else {
                vErrors.push(err145);
              }
              errors++;
            }
            if (data54 < 1 || isNaN(data54)) {
              const err146 = {
                instancePath: instancePath + '/rate/burst',
                schemaPath: '#/properties/rate/properties/burst/minimum',
                keyword: 'minimum',
                params: { comparison: '>=', limit: 1 },
                schema: 1,
                parentSchema: schema85.properties.rate.properties.burst,
                data: data54,
              };
              if (vErrors === null) {
                vErrors = [err146];
              } else {
                vErrors.push(err146);
              }
              errors++;
            }
          }
        }
        if (data52.perOperation !== undefined) {
          let data55 = data52.perOperation;
          if (data55 && typeof data55 == 'object' && !Array.isArray(data55)) {
            if (data55.requestsPerSecond === undefined) {
              const err147 = {
                instancePath: instancePath + '/rate/perOperation',
                schemaPath: '#/properties/rate/properties/perOperation/required',
                keyword: 'required',
                params: { missingProperty: 'requestsPerSecond' },
                schema: schema85.properties.rate.properties.perOperation.required,
                parentSchema: schema85.properties.rate.properties.perOperation,
                data: data55,
              };
              if (vErrors === null) {
                vErrors = [err147];
              } else {
                vErrors.push(err147);
              }
              errors++;
            }
            for (const key16 in data55) {
              if (!(key16 === 'requestsPerSecond' || key16 === 'burst')) {
                const err148 = {
                  instancePath: instancePath + '/rate/perOperation',
                  schemaPath: '#/properties/rate/properties/perOperation/additionalProperties',
                  keyword: 'additionalProperties',
                  params: { additionalProperty: key16 },
                  schema: false,
                  parentSchema: schema85.properties.rate.properties.perOperation,
                  data: data55,
                };
                if (vErrors === null) {
                  vErrors = [err148];
                } else {
                  vErrors.push(err148);
                }
                errors++;
              }
            }
            if (data55.requestsPerSecond !== undefined) {
              let data56 = data55.requestsPerSecond;
              if (typeof data56 == 'number' && isFinite(data56)) {
                if (data56 > 100000 || isNaN(data56)) {
                  const err149 = {
                    instancePath: instancePath + '/rate/perOperation/requestsPerSecond',
                    schemaPath: '#/properties/rate/properties/perOperation/properties/requestsPerSecond/maximum',
                    keyword: 'maximum',
                    params: { comparison: '<=', limit: 100000 },
                    schema: 100000,
                    parentSchema: schema85.properties.rate.properties.perOperation.properties.requestsPerSecond,
                    data: data56,
                  };
                  if (vErrors === null) {
                    vErrors = [err149];
                  } else {
                    vErrors.push(err149);
                  }
                  errors++;
                }
                if (data56 <= 0 || isNaN(data56)) {
                  const err150 = {
                    instancePath: instancePath + '/rate/perOperation/requestsPerSecond',
                    schemaPath:
                      '#/properties/rate/properties/perOperation/properties/requestsPerSecond/exclusiveMinimum',
                    keyword: 'exclusiveMinimum',
                    params: { comparison: '>', limit: 0 },
                    schema: 0,
                    parentSchema: schema85.properties.rate.properties.perOperation.properties.requestsPerSecond,
                    data: data56,
                  };
                  if (vErrors === null) {
                    vErrors = [err150];
                  } else {
                    vErrors.push(err150);
                  }
                  errors++;
                }
              } else {
                const err151 = {
                  instancePath: instancePath + '/rate/perOperation/requestsPerSecond',
                  schemaPath: '#/properties/rate/properties/perOperation/properties/requestsPerSecond/type',
                  keyword: 'type',
                  params: { type: 'number' },
                  schema: schema85.properties.rate.properties.perOperation.properties.requestsPerSecond.type,
                  parentSchema: schema85.properties.rate.properties.perOperation.properties.requestsPerSecond,
                  data: data56,
                };
                if (vErrors === null) {
                  vErrors = [err151];
                } else {
                  vErrors.push(err151);
                }
                errors++;
              }
            }
            if (data55.burst !== undefined) {
              let data57 = data55.burst;
              if (!(typeof data57 == 'number' && !(data57 % 1) && !isNaN(data57) && isFinite(data57))) {
                const err152 = {
                  instancePath: instancePath + '/rate/perOperation/burst',
                  schemaPath: '#/properties/rate/properties/perOperation/properties/burst/type',
                  keyword: 'type',
                  params: { type: 'integer' },
                  schema: schema85.properties.rate.properties.perOperation.properties.burst.type,
                  parentSchema: schema85.properties.rate.properties.perOperation.properties.burst,
                  data: data57,
                };
                if (vErrors === null) {
                  vErrors = [err152];
                } else {
                  vErrors.push(err152);
                }
                errors++;
              }
              if (typeof data57 == 'number' && isFinite(data57)) {
                if (data57 > 10000 || isNaN(data57)) {
                  const err153 = {
                    instancePath: instancePath + '/rate/perOperation/burst',
                    schemaPath: '#/properties/rate/properties/perOperation/properties/burst/maximum',
                    keyword: 'maximum',
                    params: { comparison: '<=', limit: 10000 },
                    schema: 10000,
                    parentSchema: schema85.properties.rate.properties.perOperation.properties.burst,
                    data: data57,
                  };
                  if (vErrors === null) {
                    vErrors = [err153];
                  } else {
                    vErrors.push(err153);
                  }
                  errors++;
                }
                if (data57 < 1 || isNaN(data57)) {
                  const err154 = {
                    instancePath: instancePath + '/rate/perOperation/burst',
                    schemaPath: '#/properties/rate/properties/perOperation/properties/burst/minimum',
                    keyword: 'minimum',
                    params: { comparison: '>=', limit: 1 },
                    schema: 1,
                    parentSchema: schema85.properties.rate.properties.perOperation.properties.burst,
                    data: data57,
                  };
                  if (vErrors === null) {
                    vErrors = [err154];
                  } else {
                    vErrors.push(err154);
                  }
                  errors++;
                }
              }
            }
          } else {
            const err155 = {
              instancePath: instancePath + '/rate/perOperation',
              schemaPath: '#/properties/rate/properties/perOperation/type',
              keyword: 'type',
              params: { type: 'object' },
              schema: schema85.properties.rate.properties.perOperation.type,
              parentSchema: schema85.properties.rate.properties.perOperation,
              data: data55,
            };
            if (vErrors === null) {
              vErrors = [err155];
            } else {
              vErrors.push(err155);
            }
            errors++;
          }
        }
        if (data52.burst !== undefined) {
          if (data52.requestsPerSecond === undefined) {
            const err156 = {
              instancePath: instancePath + '/rate',
              schemaPath: '#/properties/rate/dependentRequired',
              keyword: 'dependentRequired',
              params: {
                property: 'burst',
                missingProperty: 'requestsPerSecond',
                depsCount: 1,
                deps: 'requestsPerSecond',
              },
              schema: schema85.properties.rate.dependentRequired,
              parentSchema: schema85.properties.rate,
              data: data52,
            };
            if (vErrors === null) {
              vErrors = [err156];
            } else {
              vErrors.push(err156);
            }
            errors++;
          }
        }
      } else {
        const err157 = {
          instancePath: instancePath + '/rate',
          schemaPath: '#/properties/rate/type',
          keyword: 'type',
          params: { type: 'object' },
          schema: schema85.properties.rate.type,
          parentSchema: schema85.properties.rate,
          data: data52,
        };
        if (vErrors === null) {
          vErrors = [err157];
        } else {
          vErrors.push(err157);
        }
        errors++;
      }
    }
    if (data.breaker !== undefined) {
      let data58 = data.breaker;
      if (typeof data58 !== 'boolean') {
        const err158 = {
          instancePath: instancePath + '/breaker',
          schemaPath: '#/properties/breaker/type',
          keyword: 'type',
          params: { type: 'boolean' },
          schema: schema85.properties.breaker.type,
          parentSchema: schema85.properties.breaker,
          data: data58,
        };
        if (vErrors === null) {
          vErrors = [err158];
        } else {
          vErrors.push(err158);
        }
        errors++;
      }
    }
    if (data.concurrency !== undefined) {
      let data59 = data.concurrency;
      if (!(typeof data59 == 'number' && !(data59 % 1) && !isNaN(data59) && isFinite(data59))) {
        const err159 = {
          instancePath: instancePath + '/concurrency',
          schemaPath: '#/properties/concurrency/type',
          keyword: 'type',
          params: { type: 'integer' },
          schema: schema85.properties.concurrency.type,
          parentSchema: schema85.properties.concurrency,
          data: data59,
        };
        if (vErrors === null) {
          vErrors = [err159];
        } else {
          vErrors.push(err159);
        }
        errors++;
      }
      if (typeof data59 == 'number' && isFinite(data59)) {
        if (data59 > 10 || isNaN(data59)) {
          const err160 = {
            instancePath: instancePath + '/concurrency',
            schemaPath: '#/properties/concurrency/maximum',
            keyword: 'maximum',
            params: { comparison: '<=', limit: 10 },
            schema: 10,
            parentSchema: schema85.properties.concurrency,
            data: data59,
          };
          if (vErrors === null) {
            vErrors = [err160];
          } else {
            vErrors.push(err160);
          }
          errors++;
        }
        if (data59 < 1 || isNaN(data59)) {
          const err161 = {
            instancePath: instancePath + '/concurrency',
            schemaPath: '#/properties/concurrency/minimum',
            keyword: 'minimum',
            params: { comparison: '>=', limit: 1 },
            schema: 1,
            parentSchema: schema85.properties.concurrency,
            data: data59,
          };
          if (vErrors === null) {
            vErrors = [err161];
          } else {
            vErrors.push(err161);
          }
          errors++;
        }
      }
    }
    if (data.timeoutMs !== undefined) {
      let data60 = data.timeoutMs;
      if (!(typeof data60 == 'number' && !(data60 % 1) && !isNaN(data60) && isFinite(data60))) {
        const err162 = {
          instancePath: instancePath + '/timeoutMs',
          schemaPath: '#/properties/timeoutMs/type',
          keyword: 'type',
          params: { type: 'integer' },
          schema: schema85.properties.timeoutMs.type,
          parentSchema: schema85.properties.timeoutMs,
          data: data60,
        };
        if (vErrors === null) {
          vErrors = [err162];
        } else {
          vErrors.push(err162);
        }
        errors++;
      }
      if (typeof data60 == 'number' && isFinite(data60)) {
        if (data60 > 14400000 || isNaN(data60)) {
          const err163 = {
            instancePath: instancePath + '/timeoutMs',
            schemaPath: '#/properties/timeoutMs/maximum',
            keyword: 'maximum',
            params: { comparison: '<=', limit: 14400000 },
            schema: 14400000,
            parentSchema: schema85.properties.timeoutMs,
            data: data60,
          };
          if (vErrors === null) {
            vErrors = [err163];
          } else {
            vErrors.push(err163);
          }
          errors++;
        }
        if (data60 < 1 || isNaN(data60)) {
          const err164 = {
            instancePath: instancePath + '/timeoutMs',
            schemaPath: '#/properties/timeoutMs/minimum',
            keyword: 'minimum',
            params: { comparison: '>=', limit: 1 },
            schema: 1,
            parentSchema: schema85.properties.timeoutMs,
            data: data60,
          };
          if (vErrors === null) {
            vErrors = [err164];
          } else {
            vErrors.push(err164);
          }
          errors++;
        }
      }
    }
    if (data.fragments !== undefined) {
      if (
        !validate59(data.fragments, {
          instancePath: instancePath + '/fragments',
          parentData: data,
          parentDataProperty: 'fragments',
          rootData,
        })
      ) {
        vErrors = joinErrors(vErrors, validate59.errors);
        errors = vErrors.length;
      }
    }
    if (data.fragmentsFrom !== undefined) {
      let data62 = data.fragmentsFrom;
      if (Array.isArray(data62)) {
        if (data62.length > 50) {
          const err165 = {
            instancePath: instancePath + '/fragmentsFrom',
            schemaPath: '#/properties/fragmentsFrom/maxItems',
            keyword: 'maxItems',
            params: { limit: 50 },
            schema: 50,
            parentSchema: schema85.properties.fragmentsFrom,
            data: data62,
          };
          if (vErrors === null) {
            vErrors = [err165];
          } else {
            vErrors.push(err165);
          }
          errors++;
        }
        if (data62.length < 1) {
          const err166 = {
            instancePath: instancePath + '/fragmentsFrom',
            schemaPath: '#/properties/fragmentsFrom/minItems',
            keyword: 'minItems',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema85.properties.fragmentsFrom,
            data: data62,
          };
          if (vErrors === null) {
            vErrors = [err166];
          } else {
            vErrors.push(err166);
          }
          errors++;
        }
        const len5 = data62.length;
        for (let i9 = 0; i9 < len5; i9++) {
          let data63 = data62[i9];
          if (typeof data63 === 'string') {
            if (func3(data63) > 1000) {
              const err167 = {
                instancePath: instancePath + '/fragmentsFrom/' + i9,
                schemaPath: 'SuiteFileFilePath/maxLength',
                keyword: 'maxLength',
                params: { limit: 1000 },
                schema: 1000,
                parentSchema: schema106,
                data: data63,
              };
              if (vErrors === null) {
                vErrors = [err167];
              } else {
                vErrors.push(err167);
              }
              errors++;
            }
            if (func3(data63) < 1) {
              const err168 = {
                instancePath: instancePath + '/fragmentsFrom/' + i9,
                schemaPath: 'SuiteFileFilePath/minLength',
                keyword: 'minLength',
                params: { limit: 1 },
                schema: 1,
                parentSchema: schema106,
                data: data63,
              };
              if (vErrors === null) {
                vErrors = [err168];
              } else {
                vErrors.push(err168);
              }
              errors++;
            }
          } else {
            const err169 = {
              instancePath: instancePath + '/fragmentsFrom/' + i9,
              schemaPath: 'SuiteFileFilePath/type',
              keyword: 'type',
              params: { type: 'string' },
              schema: schema106.type,
              parentSchema: schema106,
              data: data63,
            };
            if (vErrors === null) {
              vErrors = [err169];
            } else {
              vErrors.push(err169);
            }
            errors++;
          }
        }
        let i10 = data62.length;
        let j4;
        if (i10 > 1) {
          outer1: for (; i10--;) {
            for (j4 = i10; j4--;) {
              if (func0(data62[i10], data62[j4])) {
                const err170 = {
                  instancePath: instancePath + '/fragmentsFrom',
                  schemaPath: '#/properties/fragmentsFrom/uniqueItems',
                  keyword: 'uniqueItems',
                  params: { i: i10, j: j4 },
                  schema: true,
                  parentSchema: schema85.properties.fragmentsFrom,
                  data: data62,
                };
                if (vErrors === null) {
                  vErrors = [err170];
                } else {
                  vErrors.push(err170);
                }
                errors++;
                break outer1;
              }
            }
          }
        }
      } else {
        const err171 = {
          instancePath: instancePath + '/fragmentsFrom',
          schemaPath: '#/properties/fragmentsFrom/type',
          keyword: 'type',
          params: { type: 'array' },
          schema: schema85.properties.fragmentsFrom.type,
          parentSchema: schema85.properties.fragmentsFrom,
          data: data62,
        };
        if (vErrors === null) {
          vErrors = [err171];
        } else {
          vErrors.push(err171);
        }
        errors++;
      }
    }
    if (data.include !== undefined) {
      if (
        !validate61(data.include, {
          instancePath: instancePath + '/include',
          parentData: data,
          parentDataProperty: 'include',
          rootData,
        })
      ) {
        vErrors = joinErrors(vErrors, validate61.errors);
        errors = vErrors.length;
      }
    }
    if (data.setup !== undefined) {
      let data65 = data.setup;
      if (Array.isArray(data65)) {
        if (data65.length > 1000) {
          const err172 = {
            instancePath: instancePath + '/setup',
            schemaPath: '#/properties/setup/maxItems',
            keyword: 'maxItems',
            params: { limit: 1000 },
            schema: 1000,
            parentSchema: schema85.properties.setup,
            data: data65,
          };
          if (vErrors === null) {
            vErrors = [err172];
          } else {
            vErrors.push(err172);
          }
          errors++;
        }
        if (data65.length < 1) {
          const err173 = {
            instancePath: instancePath + '/setup',
            schemaPath: '#/properties/setup/minItems',
            keyword: 'minItems',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema85.properties.setup,
            data: data65,
          };
          if (vErrors === null) {
            vErrors = [err173];
          } else {
            vErrors.push(err173);
          }
          errors++;
        }
        const len6 = data65.length;
        for (let i11 = 0; i11 < len6; i11++) {
          if (
            !validate68(data65[i11], {
              instancePath: instancePath + '/setup/' + i11,
              parentData: data65,
              parentDataProperty: i11,
              rootData,
            })
          ) {
            vErrors = joinErrors(vErrors, validate68.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err174 = {
          instancePath: instancePath + '/setup',
          schemaPath: '#/properties/setup/type',
          keyword: 'type',
          params: { type: 'array' },
          schema: schema85.properties.setup.type,
          parentSchema: schema85.properties.setup,
          data: data65,
        };
        if (vErrors === null) {
          vErrors = [err174];
        } else {
          vErrors.push(err174);
        }
        errors++;
      }
    }
    if (data.cases !== undefined) {
      let data67 = data.cases;
      if (Array.isArray(data67)) {
        if (data67.length > 10000) {
          const err175 = {
            instancePath: instancePath + '/cases',
            schemaPath: '#/properties/cases/maxItems',
            keyword: 'maxItems',
            params: { limit: 10000 },
            schema: 10000,
            parentSchema: schema85.properties.cases,
            data: data67,
          };
          if (vErrors === null) {
            vErrors = [err175];
          } else {
            vErrors.push(err175);
          }
          errors++;
        }
        if (data67.length < 1) {
          const err176 = {
            instancePath: instancePath + '/cases',
            schemaPath: '#/properties/cases/minItems',
            keyword: 'minItems',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema85.properties.cases,
            data: data67,
          };
          if (vErrors === null) {
            vErrors = [err176];
          } else {
            vErrors.push(err176);
          }
          errors++;
        }
        const len7 = data67.length;
        for (let i12 = 0; i12 < len7; i12++) {
          if (
            !validate68(data67[i12], {
              instancePath: instancePath + '/cases/' + i12,
              parentData: data67,
              parentDataProperty: i12,
              rootData,
            })
          ) {
            vErrors = joinErrors(vErrors, validate68.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err177 = {
          instancePath: instancePath + '/cases',
          schemaPath: '#/properties/cases/type',
          keyword: 'type',
          params: { type: 'array' },
          schema: schema85.properties.cases.type,
          parentSchema: schema85.properties.cases,
          data: data67,
        };
        if (vErrors === null) {
          vErrors = [err177];
        } else {
          vErrors.push(err177);
        }
        errors++;
      }
    }
    if (data.teardown !== undefined) {
      let data69 = data.teardown;
      if (Array.isArray(data69)) {
        if (data69.length > 1000) {
          const err178 = {
            instancePath: instancePath + '/teardown',
            schemaPath: '#/properties/teardown/maxItems',
            keyword: 'maxItems',
            params: { limit: 1000 },
            schema: 1000,
            parentSchema: schema85.properties.teardown,
            data: data69,
          };
          if (vErrors === null) {
            vErrors = [err178];
          } else {
            vErrors.push(err178);
          }
          errors++;
        }
        if (data69.length < 1) {
          const err179 = {
            instancePath: instancePath + '/teardown',
            schemaPath: '#/properties/teardown/minItems',
            keyword: 'minItems',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema85.properties.teardown,
            data: data69,
          };
          if (vErrors === null) {
            vErrors = [err179];
          } else {
            vErrors.push(err179);
          }
          errors++;
        }
        const len8 = data69.length;
        for (let i13 = 0; i13 < len8; i13++) {
          if (
            !validate68(data69[i13], {
              instancePath: instancePath + '/teardown/' + i13,
              parentData: data69,
              parentDataProperty: i13,
              rootData,
            })
          ) {
            vErrors = joinErrors(vErrors, validate68.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err180 = {
          instancePath: instancePath + '/teardown',
          schemaPath: '#/properties/teardown/type',
          keyword: 'type',
          params: { type: 'array' },
          schema: schema85.properties.teardown.type,
          parentSchema: schema85.properties.teardown,
          data: data69,
        };
        if (vErrors === null) {
          vErrors = [err180];
        } else {
          vErrors.push(err180);
        }
        errors++;
      }
    }
  } else {
    const err181 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      schema: schema85.type,
      parentSchema: schema85,
      data,
    };
    if (vErrors === null) {
      vErrors = [err181];
    } else {
      vErrors.push(err181);
    }
    errors++;
  }
  validate54.errors = vErrors;
  return errors === 0;
}

function validate53(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="validateSuiteDefinition" */ let vErrors = null;
  let errors = 0;
  if (!validate54(data, { instancePath, parentData, parentDataProperty, rootData })) {
    vErrors = joinErrors(vErrors, validate54.errors);
    errors = vErrors.length;
  }
  validate53.errors = vErrors;
  return errors === 0;
}

export const validateSuiteParameter = validate126;
const schema262 = { $ref: 'SuiteId', $id: 'validateSuiteParameter' };
const schema263 = { type: 'string', pattern: '^[a-z0-9][a-z0-9-]{0,62}\\.[a-z0-9][a-z0-9-]{0,62}$', $id: 'SuiteId' };
const pattern108 = /* @__PURE__ */ new RegExp('^[a-z0-9][a-z0-9-]{0,62}\\.[a-z0-9][a-z0-9-]{0,62}$', 'u');

function validate126(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="validateSuiteParameter" */ let vErrors = null;
  let errors = 0;
  if (typeof data === 'string') {
    if (!pattern108.test(data)) {
      const err0 = {
        instancePath,
        schemaPath: 'SuiteId/pattern',
        keyword: 'pattern',
        params: { pattern: '^[a-z0-9][a-z0-9-]{0,62}\\.[a-z0-9][a-z0-9-]{0,62}$' },
        schema: '^[a-z0-9][a-z0-9-]{0,62}\\.[a-z0-9][a-z0-9-]{0,62}$',
        parentSchema: schema263,
        data,
      };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = {
      instancePath,
      schemaPath: 'SuiteId/type',
      keyword: 'type',
      params: { type: 'string' },
      schema: schema263.type,
      parentSchema: schema263,
      data,
    };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate126.errors = vErrors;
  return errors === 0;
}

export const validateSuiteRequest = validate127;
const schema264 = { $ref: 'SuiteRequest', $id: 'validateSuiteRequest' };
const schema265 = {
  type: 'object',
  if: { required: ['upload'] },
  then: { $ref: 'UploadReference' },
  else: { $ref: 'SuiteDefinition' },
  $id: 'SuiteRequest',
};
const schema266 = {
  type: 'object',
  additionalProperties: false,
  required: ['upload'],
  properties: {
    upload: {
      type: 'object',
      additionalProperties: false,
      required: ['sha256'],
      properties: { sha256: { $ref: 'Sha256' } },
    },
  },
  $id: 'UploadReference',
};
const schema267 = { type: 'string', pattern: '^[0-9a-f]{64}$', $id: 'Sha256' };
const pattern109 = /* @__PURE__ */ new RegExp('^[0-9a-f]{64}$', 'u');

function validate129(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="UploadReference" */ let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.upload === undefined) {
      const err0 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'upload' },
        schema: schema266.required,
        parentSchema: schema266,
        data,
      };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === 'upload')) {
        const err1 = {
          instancePath,
          schemaPath: '#/additionalProperties',
          keyword: 'additionalProperties',
          params: { additionalProperty: key0 },
          schema: false,
          parentSchema: schema266,
          data,
        };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.upload !== undefined) {
      let data0 = data.upload;
      if (data0 && typeof data0 == 'object' && !Array.isArray(data0)) {
        if (data0.sha256 === undefined) {
          const err2 = {
            instancePath: instancePath + '/upload',
            schemaPath: '#/properties/upload/required',
            keyword: 'required',
            params: { missingProperty: 'sha256' },
            schema: schema266.properties.upload.required,
            parentSchema: schema266.properties.upload,
            data: data0,
          };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
        for (const key1 in data0) {
          if (!(key1 === 'sha256')) {
            const err3 = {
              instancePath: instancePath + '/upload',
              schemaPath: '#/properties/upload/additionalProperties',
              keyword: 'additionalProperties',
              params: { additionalProperty: key1 },
              schema: false,
              parentSchema: schema266.properties.upload,
              data: data0,
            };
            if (vErrors === null) {
              vErrors = [err3];
            } else {
              vErrors.push(err3);
            }
            errors++;
          }
        }
        if (data0.sha256 !== undefined) {
          let data1 = data0.sha256;
          if (typeof data1 === 'string') {
            if (!pattern109.test(data1)) {
              const err4 = {
                instancePath: instancePath + '/upload/sha256',
                schemaPath: 'Sha256/pattern',
                keyword: 'pattern',
                params: { pattern: '^[0-9a-f]{64}$' },
                schema: '^[0-9a-f]{64}$',
                parentSchema: schema267,
                data: data1,
              };
              if (vErrors === null) {
                vErrors = [err4];
              } else {
                vErrors.push(err4);
              }
              errors++;
            }
          } else {
            const err5 = {
              instancePath: instancePath + '/upload/sha256',
              schemaPath: 'Sha256/type',
              keyword: 'type',
              params: { type: 'string' },
              schema: schema267.type,
              parentSchema: schema267,
              data: data1,
            };
            if (vErrors === null) {
              vErrors = [err5];
            } else {
              vErrors.push(err5);
            }
            errors++;
          }
        }
      } else {
        const err6 = {
          instancePath: instancePath + '/upload',
          schemaPath: '#/properties/upload/type',
          keyword: 'type',
          params: { type: 'object' },
          schema: schema266.properties.upload.type,
          parentSchema: schema266.properties.upload,
          data: data0,
        };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
  } else {
    const err7 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      schema: schema266.type,
      parentSchema: schema266,
      data,
    };
    if (vErrors === null) {
      vErrors = [err7];
    } else {
      vErrors.push(err7);
    }
    errors++;
  }
  validate129.errors = vErrors;
  return errors === 0;
}

function validate128(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="SuiteRequest" */ let vErrors = null;
  let errors = 0;
  if (!(data && typeof data == 'object' && !Array.isArray(data))) {
    const err0 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      schema: schema265.type,
      parentSchema: schema265,
      data,
    };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  const _errs1 = errors;
  let valid0 = true;
  const _errs2 = errors;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    let missing0;
    if (data.upload === undefined && (missing0 = 'upload')) {
      const err1 = {};
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
  }
  var _valid0 = _errs2 === errors;
  errors = _errs1;
  if (vErrors !== null) {
    if (_errs1) {
      vErrors.length = _errs1;
    } else {
      vErrors = null;
    }
  }
  let ifClause0;
  if (_valid0) {
    const _errs3 = errors;
    if (!validate129(data, { instancePath, parentData, parentDataProperty, rootData })) {
      vErrors = joinErrors(vErrors, validate129.errors);
      errors = vErrors.length;
    }
    var _valid0 = _errs3 === errors;
    valid0 = _valid0;
    ifClause0 = 'then';
  } else {
    const _errs4 = errors;
    if (!validate54(data, { instancePath, parentData, parentDataProperty, rootData })) {
      vErrors = joinErrors(vErrors, validate54.errors);
      errors = vErrors.length;
    }
    var _valid0 = _errs4 === errors;
    valid0 = _valid0;
    ifClause0 = 'else';
  }
  if (!valid0) {
    const err2 = {
      instancePath,
      schemaPath: '#/if',
      keyword: 'if',
      params: { failingKeyword: ifClause0 },
      schema: schema265.if,
      parentSchema: schema265,
      data,
    };
    if (vErrors === null) {
      vErrors = [err2];
    } else {
      vErrors.push(err2);
    }
    errors++;
  }
  validate128.errors = vErrors;
  return errors === 0;
}

function validate127(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="validateSuiteRequest" */ let vErrors = null;
  let errors = 0;
  if (!validate128(data, { instancePath, parentData, parentDataProperty, rootData })) {
    vErrors = joinErrors(vErrors, validate128.errors);
    errors = vErrors.length;
  }
  validate127.errors = vErrors;
  return errors === 0;
}

export const validateTenantParameter = validate133;
const schema268 = { type: 'string', pattern: '^[a-z0-9][a-z0-9-]{0,62}$', $id: 'validateTenantParameter' };

function validate133(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="validateTenantParameter" */ let vErrors = null;
  let errors = 0;
  if (typeof data === 'string') {
    if (!pattern1.test(data)) {
      const err0 = {
        instancePath,
        schemaPath: '#/pattern',
        keyword: 'pattern',
        params: { pattern: '^[a-z0-9][a-z0-9-]{0,62}$' },
        schema: '^[a-z0-9][a-z0-9-]{0,62}$',
        parentSchema: schema268,
        data,
      };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'string' },
      schema: schema268.type,
      parentSchema: schema268,
      data,
    };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate133.errors = vErrors;
  return errors === 0;
}

export const validateTrustRuleRequest = validate134;
const schema269 = { $ref: 'TrustRuleRequest', $id: 'validateTrustRuleRequest' };
const schema270 = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'issuer', 'claims', 'role'],
  properties: {
    id: { $ref: 'Id' },
    issuer: { type: 'string', pattern: '^https?://[^\\s]+$', maxLength: 500 },
    audience: { type: 'string', minLength: 1, maxLength: 500 },
    claims: {
      type: 'object',
      minProperties: 1,
      maxProperties: 20,
      propertyNames: { minLength: 1, maxLength: 200 },
      additionalProperties: { $ref: 'ClaimCondition' },
    },
    role: { $ref: 'Role' },
    projects: {
      type: 'array',
      items: { type: 'string', pattern: '^(\\*|[a-z0-9][a-z0-9-]{0,62})$' },
      minItems: 1,
      maxItems: 200,
    },
    payloadRead: { type: 'boolean' },
    description: { type: 'string', maxLength: 2000 },
    expiresAt: { type: 'string', format: 'date-time' },
  },
  $id: 'TrustRuleRequest',
};
const schema272 = {
  type: ['string', 'array', 'object'],
  allOf: [
    { if: { type: 'string' }, then: { type: 'string', minLength: 1, maxLength: 500 } },
    {
      if: { type: 'array' },
      then: { type: 'array', items: { type: 'string', minLength: 1, maxLength: 500 }, minItems: 1, maxItems: 50 },
    },
    {
      if: { type: 'object' },
      then: {
        type: 'object',
        additionalProperties: false,
        required: ['like'],
        properties: { like: { type: 'string', minLength: 1, maxLength: 500 } },
      },
    },
  ],
  $id: 'ClaimCondition',
};
const schema273 = { type: 'string', enum: ['viewer', 'executor', 'editor', 'approver', 'admin', 'owner'], $id: 'Role' };
const pattern112 = /* @__PURE__ */ new RegExp('^https?://[^\\s]+$', 'u');
const pattern113 = /* @__PURE__ */ new RegExp('^(\\*|[a-z0-9][a-z0-9-]{0,62})$', 'u');

function validate135(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="TrustRuleRequest" */ let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.id === undefined) {
      const err0 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'id' },
        schema: schema270.required,
        parentSchema: schema270,
        data,
      };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.issuer === undefined) {
      const err1 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'issuer' },
        schema: schema270.required,
        parentSchema: schema270,
        data,
      };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.claims === undefined) {
      const err2 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'claims' },
        schema: schema270.required,
        parentSchema: schema270,
        data,
      };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.role === undefined) {
      const err3 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'role' },
        schema: schema270.required,
        parentSchema: schema270,
        data,
      };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!func2.call(schema270.properties, key0)) {
        const err4 = {
          instancePath,
          schemaPath: '#/additionalProperties',
          keyword: 'additionalProperties',
          params: { additionalProperty: key0 },
          schema: false,
          parentSchema: schema270,
          data,
        };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.id !== undefined) {
      let data0 = data.id;
      if (typeof data0 === 'string') {
        if (!pattern1.test(data0)) {
          const err5 = {
            instancePath: instancePath + '/id',
            schemaPath: 'Id/pattern',
            keyword: 'pattern',
            params: { pattern: '^[a-z0-9][a-z0-9-]{0,62}$' },
            schema: '^[a-z0-9][a-z0-9-]{0,62}$',
            parentSchema: schema13,
            data: data0,
          };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      } else {
        const err6 = {
          instancePath: instancePath + '/id',
          schemaPath: 'Id/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema13.type,
          parentSchema: schema13,
          data: data0,
        };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.issuer !== undefined) {
      let data1 = data.issuer;
      if (typeof data1 === 'string') {
        if (func3(data1) > 500) {
          const err7 = {
            instancePath: instancePath + '/issuer',
            schemaPath: '#/properties/issuer/maxLength',
            keyword: 'maxLength',
            params: { limit: 500 },
            schema: 500,
            parentSchema: schema270.properties.issuer,
            data: data1,
          };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
        if (!pattern112.test(data1)) {
          const err8 = {
            instancePath: instancePath + '/issuer',
            schemaPath: '#/properties/issuer/pattern',
            keyword: 'pattern',
            params: { pattern: '^https?://[^\\s]+$' },
            schema: '^https?://[^\\s]+$',
            parentSchema: schema270.properties.issuer,
            data: data1,
          };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      } else {
        const err9 = {
          instancePath: instancePath + '/issuer',
          schemaPath: '#/properties/issuer/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema270.properties.issuer.type,
          parentSchema: schema270.properties.issuer,
          data: data1,
        };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.audience !== undefined) {
      let data2 = data.audience;
      if (typeof data2 === 'string') {
        if (func3(data2) > 500) {
          const err10 = {
            instancePath: instancePath + '/audience',
            schemaPath: '#/properties/audience/maxLength',
            keyword: 'maxLength',
            params: { limit: 500 },
            schema: 500,
            parentSchema: schema270.properties.audience,
            data: data2,
          };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
        if (func3(data2) < 1) {
          const err11 = {
            instancePath: instancePath + '/audience',
            schemaPath: '#/properties/audience/minLength',
            keyword: 'minLength',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema270.properties.audience,
            data: data2,
          };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
      } else {
        const err12 = {
          instancePath: instancePath + '/audience',
          schemaPath: '#/properties/audience/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema270.properties.audience.type,
          parentSchema: schema270.properties.audience,
          data: data2,
        };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.claims !== undefined) {
      let data3 = data.claims;
      if (data3 && typeof data3 == 'object' && !Array.isArray(data3)) {
        if (Object.keys(data3).length > 20) {
          const err13 = {
            instancePath: instancePath + '/claims',
            schemaPath: '#/properties/claims/maxProperties',
            keyword: 'maxProperties',
            params: { limit: 20 },
            schema: 20,
            parentSchema: schema270.properties.claims,
            data: data3,
          };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
        if (Object.keys(data3).length < 1) {
          const err14 = {
            instancePath: instancePath + '/claims',
            schemaPath: '#/properties/claims/minProperties',
            keyword: 'minProperties',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema270.properties.claims,
            data: data3,
          };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
        for (const key1 in data3) {
          const _errs11 = errors;
          if (typeof key1 === 'string') {
            if (func3(key1) > 200) {
              const err15 = {
                instancePath: instancePath + '/claims',
                schemaPath: '#/properties/claims/propertyNames/maxLength',
                keyword: 'maxLength',
                params: { limit: 200 },
                schema: 200,
                parentSchema: schema270.properties.claims.propertyNames,
                data: key1,
                propertyName: key1,
              };
              if (vErrors === null) {
                vErrors = [err15];
              } else {
                vErrors.push(err15);
              }
              errors++;
            }
            if (func3(key1) < 1) {
              const err16 = {
                instancePath: instancePath + '/claims',
                schemaPath: '#/properties/claims/propertyNames/minLength',
                keyword: 'minLength',
                params: { limit: 1 },
                schema: 1,
                parentSchema: schema270.properties.claims.propertyNames,
                data: key1,
                propertyName: key1,
              };
              if (vErrors === null) {
                vErrors = [err16];
              } else {
                vErrors.push(err16);
              }
              errors++;
            }
          }
          var valid2 = _errs11 === errors;
          if (!valid2) {
            const err17 = {
              instancePath: instancePath + '/claims',
              schemaPath: '#/properties/claims/propertyNames',
              keyword: 'propertyNames',
              params: { propertyName: key1 },
              schema: schema270.properties.claims.propertyNames,
              parentSchema: schema270.properties.claims,
              data: data3,
            };
            if (vErrors === null) {
              vErrors = [err17];
            } else {
              vErrors.push(err17);
            }
            errors++;
          }
        }
        for (const key2 in data3) {
          let data4 = data3[key2];
          if ((!data4 || typeof data4 != 'object') && typeof data4 !== 'string') {
            const err18 = {
              instancePath: instancePath + '/claims/' + key2.replace(/~/g, '~0').replace(/\//g, '~1'),
              schemaPath: 'ClaimCondition/type',
              keyword: 'type',
              params: { type: schema272.type },
              schema: schema272.type,
              parentSchema: schema272,
              data: data4,
            };
            if (vErrors === null) {
              vErrors = [err18];
            } else {
              vErrors.push(err18);
            }
            errors++;
          }
          const _errs17 = errors;
          let valid6 = true;
          const _errs18 = errors;
          if (typeof data4 !== 'string') {
            const err19 = {};
            if (vErrors === null) {
              vErrors = [err19];
            } else {
              vErrors.push(err19);
            }
            errors++;
          }
          var _valid0 = _errs18 === errors;
          errors = _errs17;
          if (vErrors !== null) {
            if (_errs17) {
              vErrors.length = _errs17;
            } else {
              vErrors = null;
            }
          }
          if (_valid0) {
            const _errs20 = errors;
            if (typeof data4 === 'string') {
              if (func3(data4) > 500) {
                const err20 = {
                  instancePath: instancePath + '/claims/' + key2.replace(/~/g, '~0').replace(/\//g, '~1'),
                  schemaPath: 'ClaimCondition/allOf/0/then/maxLength',
                  keyword: 'maxLength',
                  params: { limit: 500 },
                  schema: 500,
                  parentSchema: schema272.allOf[0].then,
                  data: data4,
                };
                if (vErrors === null) {
                  vErrors = [err20];
                } else {
                  vErrors.push(err20);
                }
                errors++;
              }
              if (func3(data4) < 1) {
                const err21 = {
                  instancePath: instancePath + '/claims/' + key2.replace(/~/g, '~0').replace(/\//g, '~1'),
                  schemaPath: 'ClaimCondition/allOf/0/then/minLength',
                  keyword: 'minLength',
                  params: { limit: 1 },
                  schema: 1,
                  parentSchema: schema272.allOf[0].then,
                  data: data4,
                };
                if (vErrors === null) {
                  vErrors = [err21];
                } else {
                  vErrors.push(err21);
                }
                errors++;
              }
            } else {
              const err22 = {
                instancePath: instancePath + '/claims/' + key2.replace(/~/g, '~0').replace(/\//g, '~1'),
                schemaPath: 'ClaimCondition/allOf/0/then/type',
                keyword: 'type',
                params: { type: 'string' },
                schema: schema272.allOf[0].then.type,
                parentSchema: schema272.allOf[0].then,
                data: data4,
              };
              if (vErrors === null) {
                vErrors = [err22];
              } else {
                vErrors.push(err22);
              }
              errors++;
            }
            var _valid0 = _errs20 === errors;
            valid6 = _valid0;
          }
          if (!valid6) {
            const err23 = {
              instancePath: instancePath + '/claims/' + key2.replace(/~/g, '~0').replace(/\//g, '~1'),
              schemaPath: 'ClaimCondition/allOf/0/if',
              keyword: 'if',
              params: { failingKeyword: 'then' },
              schema: schema272.allOf[0].if,
              parentSchema: schema272.allOf[0],
              data: data4,
            };
            if (vErrors === null) {
              vErrors = [err23];
            } else {
              vErrors.push(err23);
            }
            errors++;
          }
          const _errs23 = errors;
          let valid7 = true;
          const _errs24 = errors;
          if (!Array.isArray(data4)) {
            const err24 = {};
            if (vErrors === null) {
              vErrors = [err24];
            } else {
              vErrors.push(err24);
            }
            errors++;
          }
          var _valid1 = _errs24 === errors;
          errors = _errs23;
          if (vErrors !== null) {
            if (_errs23) {
              vErrors.length = _errs23;
            } else {
              vErrors = null;
            }
          }
          if (_valid1) {
            const _errs26 = errors;
            if (Array.isArray(data4)) {
              if (data4.length > 50) {
                const err25 = {
                  instancePath: instancePath + '/claims/' + key2.replace(/~/g, '~0').replace(/\//g, '~1'),
                  schemaPath: 'ClaimCondition/allOf/1/then/maxItems',
                  keyword: 'maxItems',
                  params: { limit: 50 },
                  schema: 50,
                  parentSchema: schema272.allOf[1].then,
                  data: data4,
                };
                if (vErrors === null) {
                  vErrors = [err25];
                } else {
                  vErrors.push(err25);
                }
                errors++;
              }
              if (data4.length < 1) {
                const err26 = {
                  instancePath: instancePath + '/claims/' + key2.replace(/~/g, '~0').replace(/\//g, '~1'),
                  schemaPath: 'ClaimCondition/allOf/1/then/minItems',
                  keyword: 'minItems',
                  params: { limit: 1 },
                  schema: 1,
                  parentSchema: schema272.allOf[1].then,
                  data: data4,
                };
                if (vErrors === null) {
                  vErrors = [err26];
                } else {
                  vErrors.push(err26);
                }
                errors++;
              }
              const len0 = data4.length;
              for (let i0 = 0; i0 < len0; i0++) {
                let data5 = data4[i0];
                if (typeof data5 === 'string') {
                  if (func3(data5) > 500) {
                    const err27 = {
                      instancePath:
                        instancePath + '/claims/' + key2.replace(/~/g, '~0').replace(/\//g, '~1') + '/' + i0,
                      schemaPath: 'ClaimCondition/allOf/1/then/items/maxLength',
                      keyword: 'maxLength',
                      params: { limit: 500 },
                      schema: 500,
                      parentSchema: schema272.allOf[1].then.items,
                      data: data5,
                    };
                    if (vErrors === null) {
                      vErrors = [err27];
                    } else {
                      vErrors.push(err27);
                    }
                    errors++;
                  }
                  if (func3(data5) < 1) {
                    const err28 = {
                      instancePath:
                        instancePath + '/claims/' + key2.replace(/~/g, '~0').replace(/\//g, '~1') + '/' + i0,
                      schemaPath: 'ClaimCondition/allOf/1/then/items/minLength',
                      keyword: 'minLength',
                      params: { limit: 1 },
                      schema: 1,
                      parentSchema: schema272.allOf[1].then.items,
                      data: data5,
                    };
                    if (vErrors === null) {
                      vErrors = [err28];
                    } else {
                      vErrors.push(err28);
                    }
                    errors++;
                  }
                } else {
                  const err29 = {
                    instancePath: instancePath + '/claims/' + key2.replace(/~/g, '~0').replace(/\//g, '~1') + '/' + i0,
                    schemaPath: 'ClaimCondition/allOf/1/then/items/type',
                    keyword: 'type',
                    params: { type: 'string' },
                    schema: schema272.allOf[1].then.items.type,
                    parentSchema: schema272.allOf[1].then.items,
                    data: data5,
                  };
                  if (vErrors === null) {
                    vErrors = [err29];
                  } else {
                    vErrors.push(err29);
                  }
                  errors++;
                }
              }
            } else {
              const err30 = {
                instancePath: instancePath + '/claims/' + key2.replace(/~/g, '~0').replace(/\//g, '~1'),
                schemaPath: 'ClaimCondition/allOf/1/then/type',
                keyword: 'type',
                params: { type: 'array' },
                schema: schema272.allOf[1].then.type,
                parentSchema: schema272.allOf[1].then,
                data: data4,
              };
              if (vErrors === null) {
                vErrors = [err30];
              } else {
                vErrors.push(err30);
              }
              errors++;
            }
            var _valid1 = _errs26 === errors;
            valid7 = _valid1;
          }
          if (!valid7) {
            const err31 = {
              instancePath: instancePath + '/claims/' + key2.replace(/~/g, '~0').replace(/\//g, '~1'),
              schemaPath: 'ClaimCondition/allOf/1/if',
              keyword: 'if',
              params: { failingKeyword: 'then' },
              schema: schema272.allOf[1].if,
              parentSchema: schema272.allOf[1],
              data: data4,
            };
            if (vErrors === null) {
              vErrors = [err31];
            } else {
              vErrors.push(err31);
            }
            errors++;
          }
          const _errs31 = errors;
          let valid10 = true;
          const _errs32 = errors;
          if (!(data4 && typeof data4 == 'object' && !Array.isArray(data4))) {
            const err32 = {};
            if (vErrors === null) {
              vErrors = [err32];
            } else {
              vErrors.push(err32);
            }
            errors++;
          }
          var _valid2 = _errs32 === errors;
          errors = _errs31;
          if (vErrors !== null) {
            if (_errs31) {
              vErrors.length = _errs31;
            } else {
              vErrors = null;
            }
          }
          if (_valid2) {
            const _errs34 = errors;
            if (data4 && typeof data4 == 'object' && !Array.isArray(data4)) {
              if (data4.like === undefined) {
                const err33 = {
                  instancePath: instancePath + '/claims/' + key2.replace(/~/g, '~0').replace(/\//g, '~1'),
                  schemaPath: 'ClaimCondition/allOf/2/then/required',
                  keyword: 'required',
                  params: { missingProperty: 'like' },
                  schema: schema272.allOf[2].then.required,
                  parentSchema: schema272.allOf[2].then,
                  data: data4,
                };
                if (vErrors === null) {
                  vErrors = [err33];
                } else {
                  vErrors.push(err33);
                }
                errors++;
              }
              for (const key3 in data4) {
                if (!(key3 === 'like')) {
                  const err34 = {
                    instancePath: instancePath + '/claims/' + key2.replace(/~/g, '~0').replace(/\//g, '~1'),
                    schemaPath: 'ClaimCondition/allOf/2/then/additionalProperties',
                    keyword: 'additionalProperties',
                    params: { additionalProperty: key3 },
                    schema: false,
                    parentSchema: schema272.allOf[2].then,
                    data: data4,
                  };
                  if (vErrors === null) {
                    vErrors = [err34];
                  } else {
                    vErrors.push(err34);
                  }
                  errors++;
                }
              }
              if (data4.like !== undefined) {
                let data6 = data4.like;
                if (typeof data6 === 'string') {
                  if (func3(data6) > 500) {
                    const err35 = {
                      instancePath: instancePath + '/claims/' + key2.replace(/~/g, '~0').replace(/\//g, '~1') + '/like',
                      schemaPath: 'ClaimCondition/allOf/2/then/properties/like/maxLength',
                      keyword: 'maxLength',
                      params: { limit: 500 },
                      schema: 500,
                      parentSchema: schema272.allOf[2].then.properties.like,
                      data: data6,
                    };
                    if (vErrors === null) {
                      vErrors = [err35];
                    } else {
                      vErrors.push(err35);
                    }
                    errors++;
                  }
                  if (func3(data6) < 1) {
                    const err36 = {
                      instancePath: instancePath + '/claims/' + key2.replace(/~/g, '~0').replace(/\//g, '~1') + '/like',
                      schemaPath: 'ClaimCondition/allOf/2/then/properties/like/minLength',
                      keyword: 'minLength',
                      params: { limit: 1 },
                      schema: 1,
                      parentSchema: schema272.allOf[2].then.properties.like,
                      data: data6,
                    };
                    if (vErrors === null) {
                      vErrors = [err36];
                    } else {
                      vErrors.push(err36);
                    }
                    errors++;
                  }
                } else {
                  const err37 = {
                    instancePath: instancePath + '/claims/' + key2.replace(/~/g, '~0').replace(/\//g, '~1') + '/like',
                    schemaPath: 'ClaimCondition/allOf/2/then/properties/like/type',
                    keyword: 'type',
                    params: { type: 'string' },
                    schema: schema272.allOf[2].then.properties.like.type,
                    parentSchema: schema272.allOf[2].then.properties.like,
                    data: data6,
                  };
                  if (vErrors === null) {
                    vErrors = [err37];
                  } else {
                    vErrors.push(err37);
                  }
                  errors++;
                }
              }
            } else {
              const err38 = {
                instancePath: instancePath + '/claims/' + key2.replace(/~/g, '~0').replace(/\//g, '~1'),
                schemaPath: 'ClaimCondition/allOf/2/then/type',
                keyword: 'type',
                params: { type: 'object' },
                schema: schema272.allOf[2].then.type,
                parentSchema: schema272.allOf[2].then,
                data: data4,
              };
              if (vErrors === null) {
                vErrors = [err38];
              } else {
                vErrors.push(err38);
              }
              errors++;
            }
            var _valid2 = _errs34 === errors;
            valid10 = _valid2;
          }
          if (!valid10) {
            const err39 = {
              instancePath: instancePath + '/claims/' + key2.replace(/~/g, '~0').replace(/\//g, '~1'),
              schemaPath: 'ClaimCondition/allOf/2/if',
              keyword: 'if',
              params: { failingKeyword: 'then' },
              schema: schema272.allOf[2].if,
              parentSchema: schema272.allOf[2],
              data: data4,
            };
            if (vErrors === null) {
              vErrors = [err39];
            } else {
              vErrors.push(err39);
            }
            errors++;
          }
        }
      } else {
        const err40 = {
          instancePath: instancePath + '/claims',
          schemaPath: '#/properties/claims/type',
          keyword: 'type',
          params: { type: 'object' },
          schema: schema270.properties.claims.type,
          parentSchema: schema270.properties.claims,
          data: data3,
        };
        if (vErrors === null) {
          vErrors = [err40];
        } else {
          vErrors.push(err40);
        }
        errors++;
      }
    }
    if (data.role !== undefined) {
      let data7 = data.role;
      if (typeof data7 !== 'string') {
        const err41 = {
          instancePath: instancePath + '/role',
          schemaPath: 'Role/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema273.type,
          parentSchema: schema273,
          data: data7,
        };
        if (vErrors === null) {
          vErrors = [err41];
        } else {
          vErrors.push(err41);
        }
        errors++;
      }
      if (!(
        data7 === 'viewer' ||
        data7 === 'executor' ||
        data7 === 'editor' ||
        data7 === 'approver' ||
        data7 === 'admin' ||
        data7 === 'owner'
      )) {
        const err42 = {
          instancePath: instancePath + '/role',
          schemaPath: 'Role/enum',
          keyword: 'enum',
          params: { allowedValues: schema273.enum },
          schema: schema273.enum,
          parentSchema: schema273,
          data: data7,
        };
        if (vErrors === null) {
          vErrors = [err42];
        } else {
          vErrors.push(err42);
        }
        errors++;
      }
    }
    if (data.projects !== undefined) {
      let data8 = data.projects;
      if (Array.isArray(data8)) {
        if (data8.length > 200) {
          const err43 = {
            instancePath: instancePath + '/projects',
            schemaPath: '#/properties/projects/maxItems',
            keyword: 'maxItems',
            params: { limit: 200 },
            schema: 200,
            parentSchema: schema270.properties.projects,
            data: data8,
          };
          if (vErrors === null) {
            vErrors = [err43];
          } else {
            vErrors.push(err43);
          }
          errors++;
        }
        if (data8.length < 1) {
          const err44 = {
            instancePath: instancePath + '/projects',
            schemaPath: '#/properties/projects/minItems',
            keyword: 'minItems',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema270.properties.projects,
            data: data8,
          };
          if (vErrors === null) {
            vErrors = [err44];
          } else {
            vErrors.push(err44);
          }
          errors++;
        }
        const len1 = data8.length;
        for (let i1 = 0; i1 < len1; i1++) {
          let data9 = data8[i1];
          if (typeof data9 === 'string') {
            if (!pattern113.test(data9)) {
              const err45 = {
                instancePath: instancePath + '/projects/' + i1,
                schemaPath: '#/properties/projects/items/pattern',
                keyword: 'pattern',
                params: { pattern: '^(\\*|[a-z0-9][a-z0-9-]{0,62})$' },
                schema: '^(\\*|[a-z0-9][a-z0-9-]{0,62})$',
                parentSchema: schema270.properties.projects.items,
                data: data9,
              };
              if (vErrors === null) {
                vErrors = [err45];
              } else {
                vErrors.push(err45);
              }
              errors++;
            }
          } else {
            const err46 = {
              instancePath: instancePath + '/projects/' + i1,
              schemaPath: '#/properties/projects/items/type',
              keyword: 'type',
              params: { type: 'string' },
              schema: schema270.properties.projects.items.type,
              parentSchema: schema270.properties.projects.items,
              data: data9,
            };
            if (vErrors === null) {
              vErrors = [err46];
            } else {
              vErrors.push(err46);
            }
            errors++;
          }
        }
      } else {
        const err47 = {
          instancePath: instancePath + '/projects',
          schemaPath: '#/properties/projects/type',
          keyword: 'type',
          params: { type: 'array' },
          schema: schema270.properties.projects.type,
          parentSchema: schema270.properties.projects,
          data: data8,
        };
        if (vErrors === null) {
          vErrors = [err47];
        } else {
          vErrors.push(err47);
        }
        errors++;
      }
    }
    if (data.payloadRead !== undefined) {
      let data10 = data.payloadRead;
      if (typeof data10 !== 'boolean') {
        const err48 = {
          instancePath: instancePath + '/payloadRead',
          schemaPath: '#/properties/payloadRead/type',
          keyword: 'type',
          params: { type: 'boolean' },
          schema: schema270.properties.payloadRead.type,
          parentSchema: schema270.properties.payloadRead,
          data: data10,
        };
        if (vErrors === null) {
          vErrors = [err48];
        } else {
          vErrors.push(err48);
        }
        errors++;
      }
    }
    if (data.description !== undefined) {
      let data11 = data.description;
      if (typeof data11 === 'string') {
        if (func3(data11) > 2000) {
          const err49 = {
            instancePath: instancePath + '/description',
            schemaPath: '#/properties/description/maxLength',
            keyword: 'maxLength',
            params: { limit: 2000 },
            schema: 2000,
            parentSchema: schema270.properties.description,
            data: data11,
          };
          if (vErrors === null) {
            vErrors = [err49];
          } else {
            vErrors.push(err49);
          }
          errors++;
        }
      } else {
        const err50 = {
          instancePath: instancePath + '/description',
          schemaPath: '#/properties/description/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema270.properties.description.type,
          parentSchema: schema270.properties.description,
          data: data11,
        };
        if (vErrors === null) {
          vErrors = [err50];
        } else {
          vErrors.push(err50);
        }
        errors++;
      }
    }
    if (data.expiresAt !== undefined) {
      let data12 = data.expiresAt;
      if (typeof data12 === 'string') {
        if (!formats0.test(data12)) {
          const err51 = {
            instancePath: instancePath + '/expiresAt',
            schemaPath: '#/properties/expiresAt/format',
            keyword: 'format',
            params: { format: 'date-time' },
            schema: 'date-time',
            parentSchema: schema270.properties.expiresAt,
            data: data12,
          };
          if (vErrors === null) {
            vErrors = [err51];
          } else {
            vErrors.push(err51);
          }
          errors++;
        }
      } else {
        const err52 = {
          instancePath: instancePath + '/expiresAt',
          schemaPath: '#/properties/expiresAt/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema270.properties.expiresAt.type,
          parentSchema: schema270.properties.expiresAt,
          data: data12,
        };
        if (vErrors === null) {
          vErrors = [err52];
        } else {
          vErrors.push(err52);
        }
        errors++;
      }
    }
  } else {
    const err53 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      schema: schema270.type,
      parentSchema: schema270,
      data,
    };
    if (vErrors === null) {
      vErrors = [err53];
    } else {
      vErrors.push(err53);
    }
    errors++;
  }
  validate135.errors = vErrors;
  return errors === 0;
}

function validate134(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="validateTrustRuleRequest" */ let vErrors = null;
  let errors = 0;
  if (!validate135(data, { instancePath, parentData, parentDataProperty, rootData })) {
    vErrors = joinErrors(vErrors, validate135.errors);
    errors = vErrors.length;
  }
  validate134.errors = vErrors;
  return errors === 0;
}

export const validateUploadRequest = validate137;
const schema274 = { $ref: 'UploadRequest', $id: 'validateUploadRequest' };
const schema275 = {
  type: 'object',
  additionalProperties: false,
  required: ['sha256', 'bytes', 'mediaType'],
  properties: {
    sha256: { $ref: 'Sha256' },
    bytes: { type: 'integer', minimum: 1, maximum: 104857600 },
    mediaType: { type: 'string', enum: ['application/json', 'application/yaml'] },
  },
  $id: 'UploadRequest',
};

function validate138(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="UploadRequest" */ let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.sha256 === undefined) {
      const err0 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'sha256' },
        schema: schema275.required,
        parentSchema: schema275,
        data,
      };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.bytes === undefined) {
      const err1 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'bytes' },
        schema: schema275.required,
        parentSchema: schema275,
        data,
      };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.mediaType === undefined) {
      const err2 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'mediaType' },
        schema: schema275.required,
        parentSchema: schema275,
        data,
      };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === 'sha256' || key0 === 'bytes' || key0 === 'mediaType')) {
        const err3 = {
          instancePath,
          schemaPath: '#/additionalProperties',
          keyword: 'additionalProperties',
          params: { additionalProperty: key0 },
          schema: false,
          parentSchema: schema275,
          data,
        };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.sha256 !== undefined) {
      let data0 = data.sha256;
      if (typeof data0 === 'string') {
        if (!pattern109.test(data0)) {
          const err4 = {
            instancePath: instancePath + '/sha256',
            schemaPath: 'Sha256/pattern',
            keyword: 'pattern',
            params: { pattern: '^[0-9a-f]{64}$' },
            schema: '^[0-9a-f]{64}$',
            parentSchema: schema267,
            data: data0,
          };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = {
          instancePath: instancePath + '/sha256',
          schemaPath: 'Sha256/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema267.type,
          parentSchema: schema267,
          data: data0,
        };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.bytes !== undefined) {
      let data1 = data.bytes;
      if (!(typeof data1 == 'number' && !(data1 % 1) && !isNaN(data1) && isFinite(data1))) {
        const err6 = {
          instancePath: instancePath + '/bytes',
          schemaPath: '#/properties/bytes/type',
          keyword: 'type',
          params: { type: 'integer' },
          schema: schema275.properties.bytes.type,
          parentSchema: schema275.properties.bytes,
          data: data1,
        };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
      if (typeof data1 == 'number' && isFinite(data1)) {
        if (data1 > 104857600 || isNaN(data1)) {
          const err7 = {
            instancePath: instancePath + '/bytes',
            schemaPath: '#/properties/bytes/maximum',
            keyword: 'maximum',
            params: { comparison: '<=', limit: 104857600 },
            schema: 104857600,
            parentSchema: schema275.properties.bytes,
            data: data1,
          };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
        if (data1 < 1 || isNaN(data1)) {
          const err8 = {
            instancePath: instancePath + '/bytes',
            schemaPath: '#/properties/bytes/minimum',
            keyword: 'minimum',
            params: { comparison: '>=', limit: 1 },
            schema: 1,
            parentSchema: schema275.properties.bytes,
            data: data1,
          };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      }
    }
    if (data.mediaType !== undefined) {
      let data2 = data.mediaType;
      if (typeof data2 !== 'string') {
        const err9 = {
          instancePath: instancePath + '/mediaType',
          schemaPath: '#/properties/mediaType/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema275.properties.mediaType.type,
          parentSchema: schema275.properties.mediaType,
          data: data2,
        };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
      if (!(data2 === 'application/json' || data2 === 'application/yaml')) {
        const err10 = {
          instancePath: instancePath + '/mediaType',
          schemaPath: '#/properties/mediaType/enum',
          keyword: 'enum',
          params: { allowedValues: schema275.properties.mediaType.enum },
          schema: schema275.properties.mediaType.enum,
          parentSchema: schema275.properties.mediaType,
          data: data2,
        };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
  } else {
    const err11 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      schema: schema275.type,
      parentSchema: schema275,
      data,
    };
    if (vErrors === null) {
      vErrors = [err11];
    } else {
      vErrors.push(err11);
    }
    errors++;
  }
  validate138.errors = vErrors;
  return errors === 0;
}

function validate137(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="validateUploadRequest" */ let vErrors = null;
  let errors = 0;
  if (!validate138(data, { instancePath, parentData, parentDataProperty, rootData })) {
    vErrors = joinErrors(vErrors, validate138.errors);
    errors = vErrors.length;
  }
  validate137.errors = vErrors;
  return errors === 0;
}
