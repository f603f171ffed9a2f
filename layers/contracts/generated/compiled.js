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
const pattern4 = /* @__PURE__ */ new RegExp('^https?://[^\\s/?#@]+(/[^\\s?#]*)?$', 'u');
const pattern5 = /* @__PURE__ */ new RegExp('^[^\\s/?#@]{1,255}$', 'u');
const pattern6 = /* @__PURE__ */ new RegExp('^[A-Za-z_][A-Za-z0-9_.-]{0,99}$', 'u');
const pattern9 = /* @__PURE__ */ new RegExp('^/', 'u');

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
    if (data.productionLike !== undefined) {
      let data2 = data.productionLike;
      if (typeof data2 !== 'boolean') {
        const err6 = {
          instancePath: instancePath + '/productionLike',
          schemaPath: '#/properties/productionLike/type',
          keyword: 'type',
          params: { type: 'boolean' },
          schema: schema15.properties.productionLike.type,
          parentSchema: schema15.properties.productionLike,
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
    if (data.targets !== undefined) {
      let data3 = data.targets;
      if (data3 && typeof data3 == 'object' && !Array.isArray(data3)) {
        if (Object.keys(data3).length > 20) {
          const err7 = {
            instancePath: instancePath + '/targets',
            schemaPath: '#/properties/targets/maxProperties',
            keyword: 'maxProperties',
            params: { limit: 20 },
            schema: 20,
            parentSchema: schema15.properties.targets,
            data: data3,
          };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
        if (Object.keys(data3).length < 1) {
          const err8 = {
            instancePath: instancePath + '/targets',
            schemaPath: '#/properties/targets/minProperties',
            keyword: 'minProperties',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema15.properties.targets,
            data: data3,
          };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
        if (data3.default === undefined) {
          const err9 = {
            instancePath: instancePath + '/targets',
            schemaPath: '#/properties/targets/required',
            keyword: 'required',
            params: { missingProperty: 'default' },
            schema: schema15.properties.targets.required,
            parentSchema: schema15.properties.targets,
            data: data3,
          };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
        for (const key1 in data3) {
          const _errs11 = errors;
          if (typeof key1 === 'string') {
            if (!pattern1.test(key1)) {
              const err10 = {
                instancePath: instancePath + '/targets',
                schemaPath: '#/properties/targets/propertyNames/pattern',
                keyword: 'pattern',
                params: { pattern: '^[a-z0-9][a-z0-9-]{0,62}$' },
                schema: '^[a-z0-9][a-z0-9-]{0,62}$',
                parentSchema: schema15.properties.targets.propertyNames,
                data: key1,
                propertyName: key1,
              };
              if (vErrors === null) {
                vErrors = [err10];
              } else {
                vErrors.push(err10);
              }
              errors++;
            }
          }
          var valid2 = _errs11 === errors;
          if (!valid2) {
            const err11 = {
              instancePath: instancePath + '/targets',
              schemaPath: '#/properties/targets/propertyNames',
              keyword: 'propertyNames',
              params: { propertyName: key1 },
              schema: schema15.properties.targets.propertyNames,
              parentSchema: schema15.properties.targets,
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
        for (const key2 in data3) {
          let data4 = data3[key2];
          if (typeof data4 === 'string') {
            if (func3(data4) > 2000) {
              const err12 = {
                instancePath: instancePath + '/targets/' + key2.replace(/~/g, '~0').replace(/\//g, '~1'),
                schemaPath: 'TargetUrl/maxLength',
                keyword: 'maxLength',
                params: { limit: 2000 },
                schema: 2000,
                parentSchema: schema17,
                data: data4,
              };
              if (vErrors === null) {
                vErrors = [err12];
              } else {
                vErrors.push(err12);
              }
              errors++;
            }
            if (!pattern4.test(data4)) {
              const err13 = {
                instancePath: instancePath + '/targets/' + key2.replace(/~/g, '~0').replace(/\//g, '~1'),
                schemaPath: 'TargetUrl/pattern',
                keyword: 'pattern',
                params: { pattern: '^https?://[^\\s/?#@]+(/[^\\s?#]*)?$' },
                schema: '^https?://[^\\s/?#@]+(/[^\\s?#]*)?$',
                parentSchema: schema17,
                data: data4,
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
              instancePath: instancePath + '/targets/' + key2.replace(/~/g, '~0').replace(/\//g, '~1'),
              schemaPath: 'TargetUrl/type',
              keyword: 'type',
              params: { type: 'string' },
              schema: schema17.type,
              parentSchema: schema17,
              data: data4,
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
          instancePath: instancePath + '/targets',
          schemaPath: '#/properties/targets/type',
          keyword: 'type',
          params: { type: 'object' },
          schema: schema15.properties.targets.type,
          parentSchema: schema15.properties.targets,
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
    if (data.allowHosts !== undefined) {
      let data5 = data.allowHosts;
      if (Array.isArray(data5)) {
        if (data5.length > 50) {
          const err16 = {
            instancePath: instancePath + '/allowHosts',
            schemaPath: '#/properties/allowHosts/maxItems',
            keyword: 'maxItems',
            params: { limit: 50 },
            schema: 50,
            parentSchema: schema15.properties.allowHosts,
            data: data5,
          };
          if (vErrors === null) {
            vErrors = [err16];
          } else {
            vErrors.push(err16);
          }
          errors++;
        }
        const len0 = data5.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data6 = data5[i0];
          if (typeof data6 === 'string') {
            if (!pattern5.test(data6)) {
              const err17 = {
                instancePath: instancePath + '/allowHosts/' + i0,
                schemaPath: 'HostName/pattern',
                keyword: 'pattern',
                params: { pattern: '^[^\\s/?#@]{1,255}$' },
                schema: '^[^\\s/?#@]{1,255}$',
                parentSchema: schema18,
                data: data6,
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
              instancePath: instancePath + '/allowHosts/' + i0,
              schemaPath: 'HostName/type',
              keyword: 'type',
              params: { type: 'string' },
              schema: schema18.type,
              parentSchema: schema18,
              data: data6,
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
          instancePath: instancePath + '/allowHosts',
          schemaPath: '#/properties/allowHosts/type',
          keyword: 'type',
          params: { type: 'array' },
          schema: schema15.properties.allowHosts.type,
          parentSchema: schema15.properties.allowHosts,
          data: data5,
        };
        if (vErrors === null) {
          vErrors = [err19];
        } else {
          vErrors.push(err19);
        }
        errors++;
      }
    }
    if (data.variables !== undefined) {
      let data7 = data.variables;
      if (data7 && typeof data7 == 'object' && !Array.isArray(data7)) {
        if (Object.keys(data7).length > 200) {
          const err20 = {
            instancePath: instancePath + '/variables',
            schemaPath: '#/properties/variables/maxProperties',
            keyword: 'maxProperties',
            params: { limit: 200 },
            schema: 200,
            parentSchema: schema15.properties.variables,
            data: data7,
          };
          if (vErrors === null) {
            vErrors = [err20];
          } else {
            vErrors.push(err20);
          }
          errors++;
        }
        for (const key3 in data7) {
          const _errs23 = errors;
          if (typeof key3 === 'string') {
            if (!pattern6.test(key3)) {
              const err21 = {
                instancePath: instancePath + '/variables',
                schemaPath: '#/properties/variables/propertyNames/pattern',
                keyword: 'pattern',
                params: { pattern: '^[A-Za-z_][A-Za-z0-9_.-]{0,99}$' },
                schema: '^[A-Za-z_][A-Za-z0-9_.-]{0,99}$',
                parentSchema: schema15.properties.variables.propertyNames,
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
          }
          var valid8 = _errs23 === errors;
          if (!valid8) {
            const err22 = {
              instancePath: instancePath + '/variables',
              schemaPath: '#/properties/variables/propertyNames',
              keyword: 'propertyNames',
              params: { propertyName: key3 },
              schema: schema15.properties.variables.propertyNames,
              parentSchema: schema15.properties.variables,
              data: data7,
            };
            if (vErrors === null) {
              vErrors = [err22];
            } else {
              vErrors.push(err22);
            }
            errors++;
          }
        }
      } else {
        const err23 = {
          instancePath: instancePath + '/variables',
          schemaPath: '#/properties/variables/type',
          keyword: 'type',
          params: { type: 'object' },
          schema: schema15.properties.variables.type,
          parentSchema: schema15.properties.variables,
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
    if (data.secrets !== undefined) {
      let data8 = data.secrets;
      if (data8 && typeof data8 == 'object' && !Array.isArray(data8)) {
        if (Object.keys(data8).length > 50) {
          const err24 = {
            instancePath: instancePath + '/secrets',
            schemaPath: '#/properties/secrets/maxProperties',
            keyword: 'maxProperties',
            params: { limit: 50 },
            schema: 50,
            parentSchema: schema15.properties.secrets,
            data: data8,
          };
          if (vErrors === null) {
            vErrors = [err24];
          } else {
            vErrors.push(err24);
          }
          errors++;
        }
        for (const key4 in data8) {
          const _errs27 = errors;
          if (typeof key4 === 'string') {
            if (!pattern6.test(key4)) {
              const err25 = {
                instancePath: instancePath + '/secrets',
                schemaPath: '#/properties/secrets/propertyNames/pattern',
                keyword: 'pattern',
                params: { pattern: '^[A-Za-z_][A-Za-z0-9_.-]{0,99}$' },
                schema: '^[A-Za-z_][A-Za-z0-9_.-]{0,99}$',
                parentSchema: schema15.properties.secrets.propertyNames,
                data: key4,
                propertyName: key4,
              };
              if (vErrors === null) {
                vErrors = [err25];
              } else {
                vErrors.push(err25);
              }
              errors++;
            }
          }
          var valid9 = _errs27 === errors;
          if (!valid9) {
            const err26 = {
              instancePath: instancePath + '/secrets',
              schemaPath: '#/properties/secrets/propertyNames',
              keyword: 'propertyNames',
              params: { propertyName: key4 },
              schema: schema15.properties.secrets.propertyNames,
              parentSchema: schema15.properties.secrets,
              data: data8,
            };
            if (vErrors === null) {
              vErrors = [err26];
            } else {
              vErrors.push(err26);
            }
            errors++;
          }
        }
        for (const key5 in data8) {
          let data9 = data8[key5];
          if (data9 && typeof data9 == 'object' && !Array.isArray(data9)) {
            if (data9.ref === undefined) {
              const err27 = {
                instancePath: instancePath + '/secrets/' + key5.replace(/~/g, '~0').replace(/\//g, '~1'),
                schemaPath: '#/properties/secrets/additionalProperties/required',
                keyword: 'required',
                params: { missingProperty: 'ref' },
                schema: schema15.properties.secrets.additionalProperties.required,
                parentSchema: schema15.properties.secrets.additionalProperties,
                data: data9,
              };
              if (vErrors === null) {
                vErrors = [err27];
              } else {
                vErrors.push(err27);
              }
              errors++;
            }
            if (data9.hosts === undefined) {
              const err28 = {
                instancePath: instancePath + '/secrets/' + key5.replace(/~/g, '~0').replace(/\//g, '~1'),
                schemaPath: '#/properties/secrets/additionalProperties/required',
                keyword: 'required',
                params: { missingProperty: 'hosts' },
                schema: schema15.properties.secrets.additionalProperties.required,
                parentSchema: schema15.properties.secrets.additionalProperties,
                data: data9,
              };
              if (vErrors === null) {
                vErrors = [err28];
              } else {
                vErrors.push(err28);
              }
              errors++;
            }
            for (const key6 in data9) {
              if (!(key6 === 'ref' || key6 === 'hosts')) {
                const err29 = {
                  instancePath: instancePath + '/secrets/' + key5.replace(/~/g, '~0').replace(/\//g, '~1'),
                  schemaPath: '#/properties/secrets/additionalProperties/additionalProperties',
                  keyword: 'additionalProperties',
                  params: { additionalProperty: key6 },
                  schema: false,
                  parentSchema: schema15.properties.secrets.additionalProperties,
                  data: data9,
                };
                if (vErrors === null) {
                  vErrors = [err29];
                } else {
                  vErrors.push(err29);
                }
                errors++;
              }
            }
            if (data9.ref !== undefined) {
              let data10 = data9.ref;
              if (typeof data10 === 'string') {
                if (func3(data10) > 2048) {
                  const err30 = {
                    instancePath: instancePath + '/secrets/' + key5.replace(/~/g, '~0').replace(/\//g, '~1') + '/ref',
                    schemaPath: '#/properties/secrets/additionalProperties/properties/ref/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 2048 },
                    schema: 2048,
                    parentSchema: schema15.properties.secrets.additionalProperties.properties.ref,
                    data: data10,
                  };
                  if (vErrors === null) {
                    vErrors = [err30];
                  } else {
                    vErrors.push(err30);
                  }
                  errors++;
                }
                if (func3(data10) < 1) {
                  const err31 = {
                    instancePath: instancePath + '/secrets/' + key5.replace(/~/g, '~0').replace(/\//g, '~1') + '/ref',
                    schemaPath: '#/properties/secrets/additionalProperties/properties/ref/minLength',
                    keyword: 'minLength',
                    params: { limit: 1 },
                    schema: 1,
                    parentSchema: schema15.properties.secrets.additionalProperties.properties.ref,
                    data: data10,
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
                  instancePath: instancePath + '/secrets/' + key5.replace(/~/g, '~0').replace(/\//g, '~1') + '/ref',
                  schemaPath: '#/properties/secrets/additionalProperties/properties/ref/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  schema: schema15.properties.secrets.additionalProperties.properties.ref.type,
                  parentSchema: schema15.properties.secrets.additionalProperties.properties.ref,
                  data: data10,
                };
                if (vErrors === null) {
                  vErrors = [err32];
                } else {
                  vErrors.push(err32);
                }
                errors++;
              }
            }
            if (data9.hosts !== undefined) {
              let data11 = data9.hosts;
              if (Array.isArray(data11)) {
                if (data11.length > 20) {
                  const err33 = {
                    instancePath: instancePath + '/secrets/' + key5.replace(/~/g, '~0').replace(/\//g, '~1') + '/hosts',
                    schemaPath: '#/properties/secrets/additionalProperties/properties/hosts/maxItems',
                    keyword: 'maxItems',
                    params: { limit: 20 },
                    schema: 20,
                    parentSchema: schema15.properties.secrets.additionalProperties.properties.hosts,
                    data: data11,
                  };
                  if (vErrors === null) {
                    vErrors = [err33];
                  } else {
                    vErrors.push(err33);
                  }
                  errors++;
                }
                if (data11.length < 1) {
                  const err34 = {
                    instancePath: instancePath + '/secrets/' + key5.replace(/~/g, '~0').replace(/\//g, '~1') + '/hosts',
                    schemaPath: '#/properties/secrets/additionalProperties/properties/hosts/minItems',
                    keyword: 'minItems',
                    params: { limit: 1 },
                    schema: 1,
                    parentSchema: schema15.properties.secrets.additionalProperties.properties.hosts,
                    data: data11,
                  };
                  if (vErrors === null) {
                    vErrors = [err34];
                  } else {
                    vErrors.push(err34);
                  }
                  errors++;
                }
                const len1 = data11.length;
                for (let i1 = 0; i1 < len1; i1++) {
                  let data12 = data11[i1];
                  if (typeof data12 === 'string') {
                    if (!pattern5.test(data12)) {
                      const err35 = {
                        instancePath:
                          instancePath + '/secrets/' + key5.replace(/~/g, '~0').replace(/\//g, '~1') + '/hosts/' + i1,
                        schemaPath: 'HostName/pattern',
                        keyword: 'pattern',
                        params: { pattern: '^[^\\s/?#@]{1,255}$' },
                        schema: '^[^\\s/?#@]{1,255}$',
                        parentSchema: schema18,
                        data: data12,
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
                      instancePath:
                        instancePath + '/secrets/' + key5.replace(/~/g, '~0').replace(/\//g, '~1') + '/hosts/' + i1,
                      schemaPath: 'HostName/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      schema: schema18.type,
                      parentSchema: schema18,
                      data: data12,
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
                  instancePath: instancePath + '/secrets/' + key5.replace(/~/g, '~0').replace(/\//g, '~1') + '/hosts',
                  schemaPath: '#/properties/secrets/additionalProperties/properties/hosts/type',
                  keyword: 'type',
                  params: { type: 'array' },
                  schema: schema15.properties.secrets.additionalProperties.properties.hosts.type,
                  parentSchema: schema15.properties.secrets.additionalProperties.properties.hosts,
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
          } else {
            const err38 = {
              instancePath: instancePath + '/secrets/' + key5.replace(/~/g, '~0').replace(/\//g, '~1'),
              schemaPath: '#/properties/secrets/additionalProperties/type',
              keyword: 'type',
              params: { type: 'object' },
              schema: schema15.properties.secrets.additionalProperties.type,
              parentSchema: schema15.properties.secrets.additionalProperties,
              data: data9,
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
          instancePath: instancePath + '/secrets',
          schemaPath: '#/properties/secrets/type',
          keyword: 'type',
          params: { type: 'object' },
          schema: schema15.properties.secrets.type,
          parentSchema: schema15.properties.secrets,
          data: data8,
        };
        if (vErrors === null) {
          vErrors = [err39];
        } else {
          vErrors.push(err39);
        }
        errors++;
      }
    }
    if (data.health !== undefined) {
      let data13 = data.health;
      if (data13 && typeof data13 == 'object' && !Array.isArray(data13)) {
        if (data13.path === undefined) {
          const err40 = {
            instancePath: instancePath + '/health',
            schemaPath: '#/properties/health/required',
            keyword: 'required',
            params: { missingProperty: 'path' },
            schema: schema15.properties.health.required,
            parentSchema: schema15.properties.health,
            data: data13,
          };
          if (vErrors === null) {
            vErrors = [err40];
          } else {
            vErrors.push(err40);
          }
          errors++;
        }
        for (const key7 in data13) {
          if (!(key7 === 'path' || key7 === 'tries' || key7 === 'timeoutMs' || key7 === 'expectStatus')) {
            const err41 = {
              instancePath: instancePath + '/health',
              schemaPath: '#/properties/health/additionalProperties',
              keyword: 'additionalProperties',
              params: { additionalProperty: key7 },
              schema: false,
              parentSchema: schema15.properties.health,
              data: data13,
            };
            if (vErrors === null) {
              vErrors = [err41];
            } else {
              vErrors.push(err41);
            }
            errors++;
          }
        }
        if (data13.path !== undefined) {
          let data14 = data13.path;
          if (typeof data14 === 'string') {
            if (func3(data14) > 1000) {
              const err42 = {
                instancePath: instancePath + '/health/path',
                schemaPath: '#/properties/health/properties/path/maxLength',
                keyword: 'maxLength',
                params: { limit: 1000 },
                schema: 1000,
                parentSchema: schema15.properties.health.properties.path,
                data: data14,
              };
              if (vErrors === null) {
                vErrors = [err42];
              } else {
                vErrors.push(err42);
              }
              errors++;
            }
            if (!pattern9.test(data14)) {
              const err43 = {
                instancePath: instancePath + '/health/path',
                schemaPath: '#/properties/health/properties/path/pattern',
                keyword: 'pattern',
                params: { pattern: '^/' },
                schema: '^/',
                parentSchema: schema15.properties.health.properties.path,
                data: data14,
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
              instancePath: instancePath + '/health/path',
              schemaPath: '#/properties/health/properties/path/type',
              keyword: 'type',
              params: { type: 'string' },
              schema: schema15.properties.health.properties.path.type,
              parentSchema: schema15.properties.health.properties.path,
              data: data14,
            };
            if (vErrors === null) {
              vErrors = [err44];
            } else {
              vErrors.push(err44);
            }
            errors++;
          }
        }
        if (data13.tries !== undefined) {
          let data15 = data13.tries;
          if (!(typeof data15 == 'number' && !(data15 % 1) && !isNaN(data15) && isFinite(data15))) {
            const err45 = {
              instancePath: instancePath + '/health/tries',
              schemaPath: '#/properties/health/properties/tries/type',
              keyword: 'type',
              params: { type: 'integer' },
              schema: schema15.properties.health.properties.tries.type,
              parentSchema: schema15.properties.health.properties.tries,
              data: data15,
            };
            if (vErrors === null) {
              vErrors = [err45];
            } else {
              vErrors.push(err45);
            }
            errors++;
          }
          if (typeof data15 == 'number' && isFinite(data15)) {
            if (data15 > 10 || isNaN(data15)) {
              const err46 = {
                instancePath: instancePath + '/health/tries',
                schemaPath: '#/properties/health/properties/tries/maximum',
                keyword: 'maximum',
                params: { comparison: '<=', limit: 10 },
                schema: 10,
                parentSchema: schema15.properties.health.properties.tries,
                data: data15,
              };
              if (vErrors === null) {
                vErrors = [err46];
              } else {
                vErrors.push(err46);
              }
              errors++;
            }
            if (data15 < 1 || isNaN(data15)) {
              const err47 = {
                instancePath: instancePath + '/health/tries',
                schemaPath: '#/properties/health/properties/tries/minimum',
                keyword: 'minimum',
                params: { comparison: '>=', limit: 1 },
                schema: 1,
                parentSchema: schema15.properties.health.properties.tries,
                data: data15,
              };
              if (vErrors === null) {
                vErrors = [err47];
              } else {
                vErrors.push(err47);
              }
              errors++;
            }
          }
        }
        if (data13.timeoutMs !== undefined) {
          let data16 = data13.timeoutMs;
          if (!(typeof data16 == 'number' && !(data16 % 1) && !isNaN(data16) && isFinite(data16))) {
            const err48 = {
              instancePath: instancePath + '/health/timeoutMs',
              schemaPath: '#/properties/health/properties/timeoutMs/type',
              keyword: 'type',
              params: { type: 'integer' },
              schema: schema15.properties.health.properties.timeoutMs.type,
              parentSchema: schema15.properties.health.properties.timeoutMs,
              data: data16,
            };
            if (vErrors === null) {
              vErrors = [err48];
            } else {
              vErrors.push(err48);
            }
            errors++;
          }
          if (typeof data16 == 'number' && isFinite(data16)) {
            if (data16 > 30000 || isNaN(data16)) {
              const err49 = {
                instancePath: instancePath + '/health/timeoutMs',
                schemaPath: '#/properties/health/properties/timeoutMs/maximum',
                keyword: 'maximum',
                params: { comparison: '<=', limit: 30000 },
                schema: 30000,
                parentSchema: schema15.properties.health.properties.timeoutMs,
                data: data16,
              };
              if (vErrors === null) {
                vErrors = [err49];
              } else {
                vErrors.push(err49);
              }
              errors++;
            }
            if (data16 < 100 || isNaN(data16)) {
              const err50 = {
                instancePath: instancePath + '/health/timeoutMs',
                schemaPath: '#/properties/health/properties/timeoutMs/minimum',
                keyword: 'minimum',
                params: { comparison: '>=', limit: 100 },
                schema: 100,
                parentSchema: schema15.properties.health.properties.timeoutMs,
                data: data16,
              };
              if (vErrors === null) {
                vErrors = [err50];
              } else {
                vErrors.push(err50);
              }
              errors++;
            }
          }
        }
        if (data13.expectStatus !== undefined) {
          let data17 = data13.expectStatus;
          if (!(typeof data17 == 'number' && !(data17 % 1) && !isNaN(data17) && isFinite(data17))) {
            const err51 = {
              instancePath: instancePath + '/health/expectStatus',
              schemaPath: '#/properties/health/properties/expectStatus/type',
              keyword: 'type',
              params: { type: 'integer' },
              schema: schema15.properties.health.properties.expectStatus.type,
              parentSchema: schema15.properties.health.properties.expectStatus,
              data: data17,
            };
            if (vErrors === null) {
              vErrors = [err51];
            } else {
              vErrors.push(err51);
            }
            errors++;
          }
          if (typeof data17 == 'number' && isFinite(data17)) {
            if (data17 > 599 || isNaN(data17)) {
              const err52 = {
                instancePath: instancePath + '/health/expectStatus',
                schemaPath: '#/properties/health/properties/expectStatus/maximum',
                keyword: 'maximum',
                params: { comparison: '<=', limit: 599 },
                schema: 599,
                parentSchema: schema15.properties.health.properties.expectStatus,
                data: data17,
              };
              if (vErrors === null) {
                vErrors = [err52];
              } else {
                vErrors.push(err52);
              }
              errors++;
            }
            if (data17 < 100 || isNaN(data17)) {
              const err53 = {
                instancePath: instancePath + '/health/expectStatus',
                schemaPath: '#/properties/health/properties/expectStatus/minimum',
                keyword: 'minimum',
                params: { comparison: '>=', limit: 100 },
                schema: 100,
                parentSchema: schema15.properties.health.properties.expectStatus,
                data: data17,
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
          instancePath: instancePath + '/health',
          schemaPath: '#/properties/health/type',
          keyword: 'type',
          params: { type: 'object' },
          schema: schema15.properties.health.type,
          parentSchema: schema15.properties.health,
          data: data13,
        };
        if (vErrors === null) {
          vErrors = [err54];
        } else {
          vErrors.push(err54);
        }
        errors++;
      }
    }
    if (data.limits !== undefined) {
      let data18 = data.limits;
      if (data18 && typeof data18 == 'object' && !Array.isArray(data18)) {
        for (const key8 in data18) {
          if (!(key8 === 'rps' || key8 === 'users' || key8 === 'minutes' || key8 === 'runs')) {
            const err55 = {
              instancePath: instancePath + '/limits',
              schemaPath: '#/properties/limits/additionalProperties',
              keyword: 'additionalProperties',
              params: { additionalProperty: key8 },
              schema: false,
              parentSchema: schema15.properties.limits,
              data: data18,
            };
            if (vErrors === null) {
              vErrors = [err55];
            } else {
              vErrors.push(err55);
            }
            errors++;
          }
        }
        if (data18.rps !== undefined) {
          let data19 = data18.rps;
          if (typeof data19 == 'number' && isFinite(data19)) {
            if (data19 <= 0 || isNaN(data19)) {
              const err56 = {
                instancePath: instancePath + '/limits/rps',
                schemaPath: '#/properties/limits/properties/rps/exclusiveMinimum',
                keyword: 'exclusiveMinimum',
                params: { comparison: '>', limit: 0 },
                schema: 0,
                parentSchema: schema15.properties.limits.properties.rps,
                data: data19,
              };
              if (vErrors === null) {
                vErrors = [err56];
              } else {
                vErrors.push(err56);
              }
              errors++;
            }
          } else {
            const err57 = {
              instancePath: instancePath + '/limits/rps',
              schemaPath: '#/properties/limits/properties/rps/type',
              keyword: 'type',
              params: { type: 'number' },
              schema: schema15.properties.limits.properties.rps.type,
              parentSchema: schema15.properties.limits.properties.rps,
              data: data19,
            };
            if (vErrors === null) {
              vErrors = [err57];
            } else {
              vErrors.push(err57);
            }
            errors++;
          }
        }
        if (data18.users !== undefined) {
          let data20 = data18.users;
          if (!(typeof data20 == 'number' && !(data20 % 1) && !isNaN(data20) && isFinite(data20))) {
            const err58 = {
              instancePath: instancePath + '/limits/users',
              schemaPath: '#/properties/limits/properties/users/type',
              keyword: 'type',
              params: { type: 'integer' },
              schema: schema15.properties.limits.properties.users.type,
              parentSchema: schema15.properties.limits.properties.users,
              data: data20,
            };
            if (vErrors === null) {
              vErrors = [err58];
            } else {
              vErrors.push(err58);
            }
            errors++;
          }
          if (typeof data20 == 'number' && isFinite(data20)) {
            if (data20 < 1 || isNaN(data20)) {
              const err59 = {
                instancePath: instancePath + '/limits/users',
                schemaPath: '#/properties/limits/properties/users/minimum',
                keyword: 'minimum',
                params: { comparison: '>=', limit: 1 },
                schema: 1,
                parentSchema: schema15.properties.limits.properties.users,
                data: data20,
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
        if (data18.minutes !== undefined) {
          let data21 = data18.minutes;
          if (typeof data21 == 'number' && isFinite(data21)) {
            if (data21 <= 0 || isNaN(data21)) {
              const err60 = {
                instancePath: instancePath + '/limits/minutes',
                schemaPath: '#/properties/limits/properties/minutes/exclusiveMinimum',
                keyword: 'exclusiveMinimum',
                params: { comparison: '>', limit: 0 },
                schema: 0,
                parentSchema: schema15.properties.limits.properties.minutes,
                data: data21,
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
              instancePath: instancePath + '/limits/minutes',
              schemaPath: '#/properties/limits/properties/minutes/type',
              keyword: 'type',
              params: { type: 'number' },
              schema: schema15.properties.limits.properties.minutes.type,
              parentSchema: schema15.properties.limits.properties.minutes,
              data: data21,
            };
            if (vErrors === null) {
              vErrors = [err61];
            } else {
              vErrors.push(err61);
            }
            errors++;
          }
        }
        if (data18.runs !== undefined) {
          let data22 = data18.runs;
          if (!(typeof data22 == 'number' && !(data22 % 1) && !isNaN(data22) && isFinite(data22))) {
            const err62 = {
              instancePath: instancePath + '/limits/runs',
              schemaPath: '#/properties/limits/properties/runs/type',
              keyword: 'type',
              params: { type: 'integer' },
              schema: schema15.properties.limits.properties.runs.type,
              parentSchema: schema15.properties.limits.properties.runs,
              data: data22,
            };
            if (vErrors === null) {
              vErrors = [err62];
            } else {
              vErrors.push(err62);
            }
            errors++;
          }
          if (typeof data22 == 'number' && isFinite(data22)) {
            if (data22 < 1 || isNaN(data22)) {
              const err63 = {
                instancePath: instancePath + '/limits/runs',
                schemaPath: '#/properties/limits/properties/runs/minimum',
                keyword: 'minimum',
                params: { comparison: '>=', limit: 1 },
                schema: 1,
                parentSchema: schema15.properties.limits.properties.runs,
                data: data22,
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
      } else {
        const err64 = {
          instancePath: instancePath + '/limits',
          schemaPath: '#/properties/limits/type',
          keyword: 'type',
          params: { type: 'object' },
          schema: schema15.properties.limits.type,
          parentSchema: schema15.properties.limits,
          data: data18,
        };
        if (vErrors === null) {
          vErrors = [err64];
        } else {
          vErrors.push(err64);
        }
        errors++;
      }
    }
    if (data.allowedCapabilities !== undefined) {
      let data23 = data.allowedCapabilities;
      if (Array.isArray(data23)) {
        if (data23.length > 6) {
          const err65 = {
            instancePath: instancePath + '/allowedCapabilities',
            schemaPath: '#/properties/allowedCapabilities/maxItems',
            keyword: 'maxItems',
            params: { limit: 6 },
            schema: 6,
            parentSchema: schema15.properties.allowedCapabilities,
            data: data23,
          };
          if (vErrors === null) {
            vErrors = [err65];
          } else {
            vErrors.push(err65);
          }
          errors++;
        }
        const len2 = data23.length;
        for (let i2 = 0; i2 < len2; i2++) {
          let data24 = data23[i2];
          if (typeof data24 !== 'string') {
            const err66 = {
              instancePath: instancePath + '/allowedCapabilities/' + i2,
              schemaPath: 'Capability/type',
              keyword: 'type',
              params: { type: 'string' },
              schema: schema20.type,
              parentSchema: schema20,
              data: data24,
            };
            if (vErrors === null) {
              vErrors = [err66];
            } else {
              vErrors.push(err66);
            }
            errors++;
          }
          if (!(
            data24 === 'functional' ||
            data24 === 'contract' ||
            data24 === 'performance' ||
            data24 === 'security' ||
            data24 === 'resilience' ||
            data24 === 'data-quality'
          )) {
            const err67 = {
              instancePath: instancePath + '/allowedCapabilities/' + i2,
              schemaPath: 'Capability/enum',
              keyword: 'enum',
              params: { allowedValues: schema20.enum },
              schema: schema20.enum,
              parentSchema: schema20,
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
        let i3 = data23.length;
        let j0;
        if (i3 > 1) {
          outer0: for (; i3--;) {
            for (j0 = i3; j0--;) {
              if (func0(data23[i3], data23[j0])) {
                const err68 = {
                  instancePath: instancePath + '/allowedCapabilities',
                  schemaPath: '#/properties/allowedCapabilities/uniqueItems',
                  keyword: 'uniqueItems',
                  params: { i: i3, j: j0 },
                  schema: true,
                  parentSchema: schema15.properties.allowedCapabilities,
                  data: data23,
                };
                if (vErrors === null) {
                  vErrors = [err68];
                } else {
                  vErrors.push(err68);
                }
                errors++;
                break outer0;
              }
            }
          }
        }
      } else {
        const err69 = {
          instancePath: instancePath + '/allowedCapabilities',
          schemaPath: '#/properties/allowedCapabilities/type',
          keyword: 'type',
          params: { type: 'array' },
          schema: schema15.properties.allowedCapabilities.type,
          parentSchema: schema15.properties.allowedCapabilities,
          data: data23,
        };
        if (vErrors === null) {
          vErrors = [err69];
        } else {
          vErrors.push(err69);
        }
        errors++;
      }
    }
    if (data.capture !== undefined) {
      let data25 = data.capture;
      if (typeof data25 !== 'string' && !(data25 && typeof data25 == 'object' && !Array.isArray(data25))) {
        const err70 = {
          instancePath: instancePath + '/capture',
          schemaPath: '#/properties/capture/type',
          keyword: 'type',
          params: { type: schema15.properties.capture.type },
          schema: schema15.properties.capture.type,
          parentSchema: schema15.properties.capture,
          data: data25,
        };
        if (vErrors === null) {
          vErrors = [err70];
        } else {
          vErrors.push(err70);
        }
        errors++;
      }
      const _errs69 = errors;
      let valid22 = true;
      const _errs70 = errors;
      if (typeof data25 !== 'string') {
        const err71 = {};
        if (vErrors === null) {
          vErrors = [err71];
        } else {
          vErrors.push(err71);
        }
        errors++;
      }
      var _valid0 = _errs70 === errors;
      errors = _errs69;
      if (vErrors !== null) {
        if (_errs69) {
          vErrors.length = _errs69;
        } else {
          vErrors = null;
        }
      }
      if (_valid0) {
        const _errs72 = errors;
        if (typeof data25 !== 'string') {
          const err72 = {
            instancePath: instancePath + '/capture',
            schemaPath: '#/properties/capture/allOf/0/then/type',
            keyword: 'type',
            params: { type: 'string' },
            schema: schema15.properties.capture.allOf[0].then.type,
            parentSchema: schema15.properties.capture.allOf[0].then,
            data: data25,
          };
          if (vErrors === null) {
            vErrors = [err72];
          } else {
            vErrors.push(err72);
          }
          errors++;
        }
        if (!(data25 === 'masked' || data25 === 'none')) {
          const err73 = {
            instancePath: instancePath + '/capture',
            schemaPath: '#/properties/capture/allOf/0/then/enum',
            keyword: 'enum',
            params: { allowedValues: schema15.properties.capture.allOf[0].then.enum },
            schema: schema15.properties.capture.allOf[0].then.enum,
            parentSchema: schema15.properties.capture.allOf[0].then,
            data: data25,
          };
          if (vErrors === null) {
            vErrors = [err73];
          } else {
            vErrors.push(err73);
          }
          errors++;
        }
        var _valid0 = _errs72 === errors;
        valid22 = _valid0;
      }
      if (!valid22) {
        const err74 = {
          instancePath: instancePath + '/capture',
          schemaPath: '#/properties/capture/allOf/0/if',
          keyword: 'if',
          params: { failingKeyword: 'then' },
          schema: schema15.properties.capture.allOf[0].if,
          parentSchema: schema15.properties.capture.allOf[0],
          data: data25,
        };
        if (vErrors === null) {
          vErrors = [err74];
        } else {
          vErrors.push(err74);
        }
        errors++;
      }
      const _errs75 = errors;
      let valid23 = true;
      const _errs76 = errors;
      if (!(data25 && typeof data25 == 'object' && !Array.isArray(data25))) {
        const err75 = {};
        if (vErrors === null) {
          vErrors = [err75];
        } else {
          vErrors.push(err75);
        }
        errors++;
      }
      var _valid1 = _errs76 === errors;
      errors = _errs75;
      if (vErrors !== null) {
        if (_errs75) {
          vErrors.length = _errs75;
        } else {
          vErrors = null;
        }
      }
      if (_valid1) {
        const _errs78 = errors;
        if (data25 && typeof data25 == 'object' && !Array.isArray(data25)) {
          if (data25.allowlist === undefined) {
            const err76 = {
              instancePath: instancePath + '/capture',
              schemaPath: '#/properties/capture/allOf/1/then/required',
              keyword: 'required',
              params: { missingProperty: 'allowlist' },
              schema: schema15.properties.capture.allOf[1].then.required,
              parentSchema: schema15.properties.capture.allOf[1].then,
              data: data25,
            };
            if (vErrors === null) {
              vErrors = [err76];
            } else {
              vErrors.push(err76);
            }
            errors++;
          }
          for (const key9 in data25) {
            if (!(key9 === 'allowlist')) {
              const err77 = {
                instancePath: instancePath + '/capture',
                schemaPath: '#/properties/capture/allOf/1/then/additionalProperties',
                keyword: 'additionalProperties',
                params: { additionalProperty: key9 },
                schema: false,
                parentSchema: schema15.properties.capture.allOf[1].then,
                data: data25,
              };
              if (vErrors === null) {
                vErrors = [err77];
              } else {
                vErrors.push(err77);
              }
              errors++;
            }
          }
          if (data25.allowlist !== undefined) {
            let data26 = data25.allowlist;
            if (Array.isArray(data26)) {
              if (data26.length > 200) {
                const err78 = {
                  instancePath: instancePath + '/capture/allowlist',
                  schemaPath: '#/properties/capture/allOf/1/then/properties/allowlist/maxItems',
                  keyword: 'maxItems',
                  params: { limit: 200 },
                  schema: 200,
                  parentSchema: schema15.properties.capture.allOf[1].then.properties.allowlist,
                  data: data26,
                };
                if (vErrors === null) {
                  vErrors = [err78];
                } else {
                  vErrors.push(err78);
                }
                errors++;
              }
              const len3 = data26.length;
              for (let i4 = 0; i4 < len3; i4++) {
                let data27 = data26[i4];
                if (typeof data27 === 'string') {
                  if (func3(data27) > 200) {
                    const err79 = {
                      instancePath: instancePath + '/capture/allowlist/' + i4,
                      schemaPath: '#/properties/capture/allOf/1/then/properties/allowlist/items/maxLength',
                      keyword: 'maxLength',
                      params: { limit: 200 },
                      schema: 200,
                      parentSchema: schema15.properties.capture.allOf[1].then.properties.allowlist.items,
                      data: data27,
                    };
                    if (vErrors === null) {
                      vErrors = [err79];
                    } else {
                      vErrors.push(err79);
                    }
                    errors++;
                  }
                  if (func3(data27) < 1) {
                    const err80 = {
                      instancePath: instancePath + '/capture/allowlist/' + i4,
                      schemaPath: '#/properties/capture/allOf/1/then/properties/allowlist/items/minLength',
                      keyword: 'minLength',
                      params: { limit: 1 },
                      schema: 1,
                      parentSchema: schema15.properties.capture.allOf[1].then.properties.allowlist.items,
                      data: data27,
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
                    instancePath: instancePath + '/capture/allowlist/' + i4,
                    schemaPath: '#/properties/capture/allOf/1/then/properties/allowlist/items/type',
                    keyword: 'type',
                    params: { type: 'string' },
                    schema: schema15.properties.capture.allOf[1].then.properties.allowlist.items.type,
                    parentSchema: schema15.properties.capture.allOf[1].then.properties.allowlist.items,
                    data: data27,
                  };
                  if (vErrors === null) {
                    vErrors = [err81];
                  } else {
                    vErrors.push(err81);
                  }
                  errors++;
                }
              }
            } else {
              const err82 = {
                instancePath: instancePath + '/capture/allowlist',
                schemaPath: '#/properties/capture/allOf/1/then/properties/allowlist/type',
                keyword: 'type',
                params: { type: 'array' },
                schema: schema15.properties.capture.allOf[1].then.properties.allowlist.type,
                parentSchema: schema15.properties.capture.allOf[1].then.properties.allowlist,
                data: data26,
              };
              if (vErrors === null) {
                vErrors = [err82];
              } else {
                vErrors.push(err82);
              }
              errors++;
            }
          }
        } else {
          const err83 = {
            instancePath: instancePath + '/capture',
            schemaPath: '#/properties/capture/allOf/1/then/type',
            keyword: 'type',
            params: { type: 'object' },
            schema: schema15.properties.capture.allOf[1].then.type,
            parentSchema: schema15.properties.capture.allOf[1].then,
            data: data25,
          };
          if (vErrors === null) {
            vErrors = [err83];
          } else {
            vErrors.push(err83);
          }
          errors++;
        }
        var _valid1 = _errs78 === errors;
        valid23 = _valid1;
      }
      if (!valid23) {
        const err84 = {
          instancePath: instancePath + '/capture',
          schemaPath: '#/properties/capture/allOf/1/if',
          keyword: 'if',
          params: { failingKeyword: 'then' },
          schema: schema15.properties.capture.allOf[1].if,
          parentSchema: schema15.properties.capture.allOf[1],
          data: data25,
        };
        if (vErrors === null) {
          vErrors = [err84];
        } else {
          vErrors.push(err84);
        }
        errors++;
      }
    }
  } else {
    const err85 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      schema: schema15.type,
      parentSchema: schema15,
      data,
    };
    if (vErrors === null) {
      vErrors = [err85];
    } else {
      vErrors.push(err85);
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

export const validateGetLogsCaseParameter = validate15;
const schema21 = { type: 'string', minLength: 1, maxLength: 250, $id: 'validateGetLogsCaseParameter' };

function validate15(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
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
        parentSchema: schema21,
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
        parentSchema: schema21,
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
      schema: schema21.type,
      parentSchema: schema21,
      data,
    };
    if (vErrors === null) {
      vErrors = [err2];
    } else {
      vErrors.push(err2);
    }
    errors++;
  }
  validate15.errors = vErrors;
  return errors === 0;
}

export const validateGetLogsLevelParameter = validate16;
const schema22 = { type: 'string', enum: ['debug', 'info', 'warn', 'error'], $id: 'validateGetLogsLevelParameter' };

function validate16(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="validateGetLogsLevelParameter" */ let vErrors = null;
  let errors = 0;
  if (typeof data !== 'string') {
    const err0 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'string' },
      schema: schema22.type,
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
  if (!(data === 'debug' || data === 'info' || data === 'warn' || data === 'error')) {
    const err1 = {
      instancePath,
      schemaPath: '#/enum',
      keyword: 'enum',
      params: { allowedValues: schema22.enum },
      schema: schema22.enum,
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

export const validateGetLogsShardParameter = validate17;
const schema23 = { type: 'integer', minimum: 0, maximum: 999, $id: 'validateGetLogsShardParameter' };

function validate17(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="validateGetLogsShardParameter" */ let vErrors = null;
  let errors = 0;
  if (!(typeof data == 'number' && !(data % 1) && !isNaN(data) && isFinite(data))) {
    const err0 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'integer' },
      schema: schema23.type,
      parentSchema: schema23,
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
        parentSchema: schema23,
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
        parentSchema: schema23,
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
  validate17.errors = vErrors;
  return errors === 0;
}

export const validateGetResultsSuiteParameter = validate18;
const schema24 = { $ref: 'SuiteSelector', $id: 'validateGetResultsSuiteParameter' };
const schema25 = {
  type: 'string',
  pattern: '^[a-z0-9][a-z0-9-]{0,62}(\\.[a-z0-9][a-z0-9-]{0,62})?$',
  $id: 'SuiteSelector',
};
const pattern10 = /* @__PURE__ */ new RegExp('^[a-z0-9][a-z0-9-]{0,62}(\\.[a-z0-9][a-z0-9-]{0,62})?$', 'u');

function validate18(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="validateGetResultsSuiteParameter" */ let vErrors = null;
  let errors = 0;
  if (typeof data === 'string') {
    if (!pattern10.test(data)) {
      const err0 = {
        instancePath,
        schemaPath: 'SuiteSelector/pattern',
        keyword: 'pattern',
        params: { pattern: '^[a-z0-9][a-z0-9-]{0,62}(\\.[a-z0-9][a-z0-9-]{0,62})?$' },
        schema: '^[a-z0-9][a-z0-9-]{0,62}(\\.[a-z0-9][a-z0-9-]{0,62})?$',
        parentSchema: schema25,
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
      schema: schema25.type,
      parentSchema: schema25,
      data,
    };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate18.errors = vErrors;
  return errors === 0;
}

export const validateGetResultsVerdictParameter = validate19;
const schema26 = { $ref: 'Verdict', $id: 'validateGetResultsVerdictParameter' };
const schema27 = { type: 'string', enum: ['passed', 'failed', 'errored', 'skipped'], $id: 'Verdict' };

function validate19(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="validateGetResultsVerdictParameter" */ let vErrors = null;
  let errors = 0;
  if (typeof data !== 'string') {
    const err0 = {
      instancePath,
      schemaPath: 'Verdict/type',
      keyword: 'type',
      params: { type: 'string' },
      schema: schema27.type,
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
  if (!(data === 'passed' || data === 'failed' || data === 'errored' || data === 'skipped')) {
    const err1 = {
      instancePath,
      schemaPath: 'Verdict/enum',
      keyword: 'enum',
      params: { allowedValues: schema27.enum },
      schema: schema27.enum,
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
  validate19.errors = vErrors;
  return errors === 0;
}

export const validateGetRunWaitParameter = validate20;
const schema28 = { type: 'integer', minimum: 0, maximum: 20, $id: 'validateGetRunWaitParameter' };

function validate20(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="validateGetRunWaitParameter" */ let vErrors = null;
  let errors = 0;
  if (!(typeof data == 'number' && !(data % 1) && !isNaN(data) && isFinite(data))) {
    const err0 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'integer' },
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
  if (typeof data == 'number' && isFinite(data)) {
    if (data > 20 || isNaN(data)) {
      const err1 = {
        instancePath,
        schemaPath: '#/maximum',
        keyword: 'maximum',
        params: { comparison: '<=', limit: 20 },
        schema: 20,
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
    if (data < 0 || isNaN(data)) {
      const err2 = {
        instancePath,
        schemaPath: '#/minimum',
        keyword: 'minimum',
        params: { comparison: '>=', limit: 0 },
        schema: 0,
        parentSchema: schema28,
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

export const validateGetSuiteIncludeParameter = validate21;
const schema29 = { type: 'string', enum: ['definition'], $id: 'validateGetSuiteIncludeParameter' };

function validate21(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="validateGetSuiteIncludeParameter" */ let vErrors = null;
  let errors = 0;
  if (typeof data !== 'string') {
    const err0 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'string' },
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
  if (!(data === 'definition')) {
    const err1 = {
      instancePath,
      schemaPath: '#/enum',
      keyword: 'enum',
      params: { allowedValues: schema29.enum },
      schema: schema29.enum,
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
  validate21.errors = vErrors;
  return errors === 0;
}

export const validateIdempotencyKeyParameter = validate22;
const schema30 = { type: 'string', pattern: '^[!-~]{1,255}$', $id: 'validateIdempotencyKeyParameter' };
const pattern11 = /* @__PURE__ */ new RegExp('^[!-~]{1,255}$', 'u');

function validate22(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="validateIdempotencyKeyParameter" */ let vErrors = null;
  let errors = 0;
  if (typeof data === 'string') {
    if (!pattern11.test(data)) {
      const err0 = {
        instancePath,
        schemaPath: '#/pattern',
        keyword: 'pattern',
        params: { pattern: '^[!-~]{1,255}$' },
        schema: '^[!-~]{1,255}$',
        parentSchema: schema30,
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
      schema: schema30.type,
      parentSchema: schema30,
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

export const validateIfMatchParameter = validate23;
const schema31 = { type: 'string', pattern: '^"[0-9]{1,15}"$', $id: 'validateIfMatchParameter' };
const pattern12 = /* @__PURE__ */ new RegExp('^"[0-9]{1,15}"$', 'u');

function validate23(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="validateIfMatchParameter" */ let vErrors = null;
  let errors = 0;
  if (typeof data === 'string') {
    if (!pattern12.test(data)) {
      const err0 = {
        instancePath,
        schemaPath: '#/pattern',
        keyword: 'pattern',
        params: { pattern: '^"[0-9]{1,15}"$' },
        schema: '^"[0-9]{1,15}"$',
        parentSchema: schema31,
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
      schema: schema31.type,
      parentSchema: schema31,
      data,
    };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate23.errors = vErrors;
  return errors === 0;
}

export const validateIfNoneMatchParameter = validate24;
const schema32 = { type: 'string', minLength: 1, maxLength: 200, $id: 'validateIfNoneMatchParameter' };

function validate24(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
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
        parentSchema: schema32,
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
        parentSchema: schema32,
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
      schema: schema32.type,
      parentSchema: schema32,
      data,
    };
    if (vErrors === null) {
      vErrors = [err2];
    } else {
      vErrors.push(err2);
    }
    errors++;
  }
  validate24.errors = vErrors;
  return errors === 0;
}

export const validateLimitParameter = validate25;
const schema33 = { type: 'integer', minimum: 1, maximum: 1000, $id: 'validateLimitParameter' };

function validate25(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="validateLimitParameter" */ let vErrors = null;
  let errors = 0;
  if (!(typeof data == 'number' && !(data % 1) && !isNaN(data) && isFinite(data))) {
    const err0 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'integer' },
      schema: schema33.type,
      parentSchema: schema33,
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
        parentSchema: schema33,
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
        parentSchema: schema33,
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
  validate25.errors = vErrors;
  return errors === 0;
}

export const validateListRunsEnvironmentParameter = validate26;
const schema34 = { $ref: 'Id', $id: 'validateListRunsEnvironmentParameter' };

function validate26(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
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
  validate26.errors = vErrors;
  return errors === 0;
}

export const validateListRunsFromParameter = validate27;
const schema36 = { type: 'string', format: 'date-time', $id: 'validateListRunsFromParameter' };
const formats0 =
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])[Tt]([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d{1,9})?([Zz]|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

function validate27(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
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
  validate27.errors = vErrors;
  return errors === 0;
}

export const validateListRunsLabelParameter = validate28;
const schema37 = {
  type: 'string',
  pattern: '^[A-Za-z][A-Za-z0-9_.-]{0,62}=.{1,256}$',
  $id: 'validateListRunsLabelParameter',
};
const pattern14 = /* @__PURE__ */ new RegExp('^[A-Za-z][A-Za-z0-9_.-]{0,62}=.{1,256}$', 'u');

function validate28(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="validateListRunsLabelParameter" */ let vErrors = null;
  let errors = 0;
  if (typeof data === 'string') {
    if (!pattern14.test(data)) {
      const err0 = {
        instancePath,
        schemaPath: '#/pattern',
        keyword: 'pattern',
        params: { pattern: '^[A-Za-z][A-Za-z0-9_.-]{0,62}=.{1,256}$' },
        schema: '^[A-Za-z][A-Za-z0-9_.-]{0,62}=.{1,256}$',
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
  validate28.errors = vErrors;
  return errors === 0;
}

export const validateListRunsServiceParameter = validate29;
const schema38 = { $ref: 'Id', $id: 'validateListRunsServiceParameter' };

function validate29(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
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
  validate29.errors = vErrors;
  return errors === 0;
}

export const validateListRunsStateParameter = validate30;
const schema40 = { $ref: 'RunState', $id: 'validateListRunsStateParameter' };
const schema41 = {
  type: 'string',
  enum: ['accepted', 'planning', 'running', 'judging', 'judged', 'sealed'],
  $id: 'RunState',
};

function validate30(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="validateListRunsStateParameter" */ let vErrors = null;
  let errors = 0;
  if (typeof data !== 'string') {
    const err0 = {
      instancePath,
      schemaPath: 'RunState/type',
      keyword: 'type',
      params: { type: 'string' },
      schema: schema41.type,
      parentSchema: schema41,
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
      params: { allowedValues: schema41.enum },
      schema: schema41.enum,
      parentSchema: schema41,
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

export const validateListRunsToParameter = validate31;
const schema42 = { type: 'string', format: 'date-time', $id: 'validateListRunsToParameter' };

function validate31(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
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
        parentSchema: schema42,
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
      schema: schema42.type,
      parentSchema: schema42,
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

export const validateListSuitesServiceParameter = validate32;
const schema43 = { $ref: 'Id', $id: 'validateListSuitesServiceParameter' };

function validate32(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
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
  validate32.errors = vErrors;
  return errors === 0;
}

export const validateRerunRequest = validate33;
const schema45 = { $ref: 'RerunRequest', $id: 'validateRerunRequest' };
const schema46 = {
  type: 'object',
  additionalProperties: false,
  properties: { only: { type: 'string', enum: ['failed', 'lost', 'failed-or-lost'] } },
  $id: 'RerunRequest',
};

function validate33(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
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
          parentSchema: schema46,
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
          schema: schema46.properties.only.type,
          parentSchema: schema46.properties.only,
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
          params: { allowedValues: schema46.properties.only.enum },
          schema: schema46.properties.only.enum,
          parentSchema: schema46.properties.only,
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
      schema: schema46.type,
      parentSchema: schema46,
      data,
    };
    if (vErrors === null) {
      vErrors = [err3];
    } else {
      vErrors.push(err3);
    }
    errors++;
  }
  validate33.errors = vErrors;
  return errors === 0;
}

export const validateRuleParameter = validate34;
const schema47 = { $ref: 'Id', $id: 'validateRuleParameter' };

function validate34(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
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
  validate34.errors = vErrors;
  return errors === 0;
}

export const validateRunIdParameter = validate35;
const schema49 = { $ref: 'RunId', $id: 'validateRunIdParameter' };
const schema50 = { type: 'string', pattern: '^r[0-9a-hjkmnp-tv-z]{26}$', $id: 'RunId' };
const pattern18 = /* @__PURE__ */ new RegExp('^r[0-9a-hjkmnp-tv-z]{26}$', 'u');

function validate35(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="validateRunIdParameter" */ let vErrors = null;
  let errors = 0;
  if (typeof data === 'string') {
    if (!pattern18.test(data)) {
      const err0 = {
        instancePath,
        schemaPath: 'RunId/pattern',
        keyword: 'pattern',
        params: { pattern: '^r[0-9a-hjkmnp-tv-z]{26}$' },
        schema: '^r[0-9a-hjkmnp-tv-z]{26}$',
        parentSchema: schema50,
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
      schema: schema50.type,
      parentSchema: schema50,
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

export const validateRunRequest = validate36;
const schema51 = { $ref: 'RunRequest', $id: 'validateRunRequest' };
const schema52 = {
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
const schema54 = { type: 'string', pattern: '^[A-Za-z0-9][A-Za-z0-9._+-]{0,63}$', $id: 'Version' };
const schema64 = {
  type: 'string',
  pattern: '^(([a-z0-9][a-z0-9-]{0,62}\\.)?[a-z0-9][a-z0-9-]{0,62}/)?[a-z0-9][a-z0-9-]{0,62}$',
  $id: 'CaseSelector',
};
const schema66 = {
  type: 'object',
  maxProperties: 20,
  propertyNames: { pattern: '^[A-Za-z][A-Za-z0-9_.-]{0,62}$' },
  additionalProperties: { type: 'string', minLength: 1, maxLength: 256 },
  $id: 'Labels',
};
const schema69 = { type: 'string', enum: ['lambda', 'fargate'], $id: 'Executor' };
const pattern20 = /* @__PURE__ */ new RegExp('^[A-Za-z0-9][A-Za-z0-9._+-]{0,63}$', 'u');
const pattern26 = /* @__PURE__ */ new RegExp(
  '^(([a-z0-9][a-z0-9-]{0,62}\\.)?[a-z0-9][a-z0-9-]{0,62}/)?[a-z0-9][a-z0-9-]{0,62}$',
  'u',
);
const pattern28 = /* @__PURE__ */ new RegExp('^[A-Za-z][A-Za-z0-9_.-]{0,62}$', 'u');
const schema55 = {
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
const schema56 = { type: 'string', pattern: '^[A-Za-z0-9][A-Za-z0-9_.:/-]{0,99}$', $id: 'Tag' };
const pattern21 = /* @__PURE__ */ new RegExp('^[A-Za-z0-9][A-Za-z0-9_.:/-]{0,99}$', 'u');

function validate38(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="TagSelector" */ let vErrors = null;
  let errors = 0;
  if (!data || typeof data != 'object') {
    const err0 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: schema55.type },
      schema: schema55.type,
      parentSchema: schema55,
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
          parentSchema: schema55.allOf[0].then,
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
          if (!pattern21.test(data0)) {
            const err3 = {
              instancePath: instancePath + '/' + i0,
              schemaPath: 'Tag/pattern',
              keyword: 'pattern',
              params: { pattern: '^[A-Za-z0-9][A-Za-z0-9_.:/-]{0,99}$' },
              schema: '^[A-Za-z0-9][A-Za-z0-9_.:/-]{0,99}$',
              parentSchema: schema56,
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
            schema: schema56.type,
            parentSchema: schema56,
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
        schema: schema55.allOf[0].then.type,
        parentSchema: schema55.allOf[0].then,
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
      schema: schema55.allOf[0].if,
      parentSchema: schema55.allOf[0],
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
            parentSchema: schema55.allOf[1].then,
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
              parentSchema: schema55.allOf[1].then.properties.all,
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
              if (!pattern21.test(data2)) {
                const err10 = {
                  instancePath: instancePath + '/all/' + i1,
                  schemaPath: 'Tag/pattern',
                  keyword: 'pattern',
                  params: { pattern: '^[A-Za-z0-9][A-Za-z0-9_.:/-]{0,99}$' },
                  schema: '^[A-Za-z0-9][A-Za-z0-9_.:/-]{0,99}$',
                  parentSchema: schema56,
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
                schema: schema56.type,
                parentSchema: schema56,
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
            schema: schema55.allOf[1].then.properties.all.type,
            parentSchema: schema55.allOf[1].then.properties.all,
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
              parentSchema: schema55.allOf[1].then.properties.any,
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
              if (!pattern21.test(data4)) {
                const err14 = {
                  instancePath: instancePath + '/any/' + i2,
                  schemaPath: 'Tag/pattern',
                  keyword: 'pattern',
                  params: { pattern: '^[A-Za-z0-9][A-Za-z0-9_.:/-]{0,99}$' },
                  schema: '^[A-Za-z0-9][A-Za-z0-9_.:/-]{0,99}$',
                  parentSchema: schema56,
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
                schema: schema56.type,
                parentSchema: schema56,
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
            schema: schema55.allOf[1].then.properties.any.type,
            parentSchema: schema55.allOf[1].then.properties.any,
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
              parentSchema: schema55.allOf[1].then.properties.none,
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
              if (!pattern21.test(data6)) {
                const err18 = {
                  instancePath: instancePath + '/none/' + i3,
                  schemaPath: 'Tag/pattern',
                  keyword: 'pattern',
                  params: { pattern: '^[A-Za-z0-9][A-Za-z0-9_.:/-]{0,99}$' },
                  schema: '^[A-Za-z0-9][A-Za-z0-9_.:/-]{0,99}$',
                  parentSchema: schema56,
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
                schema: schema56.type,
                parentSchema: schema56,
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
            schema: schema55.allOf[1].then.properties.none.type,
            parentSchema: schema55.allOf[1].then.properties.none,
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
        schema: schema55.allOf[1].then.type,
        parentSchema: schema55.allOf[1].then,
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
      schema: schema55.allOf[1].if,
      parentSchema: schema55.allOf[1],
      data,
    };
    if (vErrors === null) {
      vErrors = [err22];
    } else {
      vErrors.push(err22);
    }
    errors++;
  }
  validate38.errors = vErrors;
  return errors === 0;
}

const schema60 = {
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

function validate40(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="CapabilitySelector" */ let vErrors = null;
  let errors = 0;
  if (typeof data !== 'string' && !Array.isArray(data)) {
    const err0 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: schema60.type },
      schema: schema60.type,
      parentSchema: schema60,
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
      schema: schema60.allOf[0].if,
      parentSchema: schema60.allOf[0],
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
          parentSchema: schema60.allOf[1].then,
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
          parentSchema: schema60.allOf[1].then,
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
                parentSchema: schema60.allOf[1].then,
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
        schema: schema60.allOf[1].then.type,
        parentSchema: schema60.allOf[1].then,
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
      schema: schema60.allOf[1].if,
      parentSchema: schema60.allOf[1],
      data,
    };
    if (vErrors === null) {
      vErrors = [err12];
    } else {
      vErrors.push(err12);
    }
    errors++;
  }
  validate40.errors = vErrors;
  return errors === 0;
}

const schema67 = {
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
  },
  $id: 'GateRules',
};

function validate42(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
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
        key0 === 'maxWarnings'
      )) {
        const err0 = {
          instancePath,
          schemaPath: '#/additionalProperties',
          keyword: 'additionalProperties',
          params: { additionalProperty: key0 },
          schema: false,
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
              parentSchema: schema67.properties.maxFailures,
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
              schema: schema67.properties.maxFailures.properties.low.type,
              parentSchema: schema67.properties.maxFailures.properties.low,
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
                parentSchema: schema67.properties.maxFailures.properties.low,
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
                parentSchema: schema67.properties.maxFailures.properties.low,
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
              schema: schema67.properties.maxFailures.properties.medium.type,
              parentSchema: schema67.properties.maxFailures.properties.medium,
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
                parentSchema: schema67.properties.maxFailures.properties.medium,
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
                parentSchema: schema67.properties.maxFailures.properties.medium,
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
              schema: schema67.properties.maxFailures.properties.high.type,
              parentSchema: schema67.properties.maxFailures.properties.high,
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
                parentSchema: schema67.properties.maxFailures.properties.high,
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
                parentSchema: schema67.properties.maxFailures.properties.high,
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
              schema: schema67.properties.maxFailures.properties.critical.type,
              parentSchema: schema67.properties.maxFailures.properties.critical,
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
                parentSchema: schema67.properties.maxFailures.properties.critical,
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
                parentSchema: schema67.properties.maxFailures.properties.critical,
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
          schema: schema67.properties.maxFailures.type,
          parentSchema: schema67.properties.maxFailures,
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
          schema: schema67.properties.minCasesRan.type,
          parentSchema: schema67.properties.minCasesRan,
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
            parentSchema: schema67.properties.minCasesRan,
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
            parentSchema: schema67.properties.minCasesRan,
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
            parentSchema: schema67.properties.requiredSuites,
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
            if (!pattern10.test(data7)) {
              const err19 = {
                instancePath: instancePath + '/requiredSuites/' + i0,
                schemaPath: 'SuiteSelector/pattern',
                keyword: 'pattern',
                params: { pattern: '^[a-z0-9][a-z0-9-]{0,62}(\\.[a-z0-9][a-z0-9-]{0,62})?$' },
                schema: '^[a-z0-9][a-z0-9-]{0,62}(\\.[a-z0-9][a-z0-9-]{0,62})?$',
                parentSchema: schema25,
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
              schema: schema25.type,
              parentSchema: schema25,
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
          schema: schema67.properties.requiredSuites.type,
          parentSchema: schema67.properties.requiredSuites,
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
              parentSchema: schema67.properties.errorRate,
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
                parentSchema: schema67.properties.errorRate.properties.warn,
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
                parentSchema: schema67.properties.errorRate.properties.warn,
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
              schema: schema67.properties.errorRate.properties.warn.type,
              parentSchema: schema67.properties.errorRate.properties.warn,
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
                parentSchema: schema67.properties.errorRate.properties.fail,
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
                parentSchema: schema67.properties.errorRate.properties.fail,
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
              schema: schema67.properties.errorRate.properties.fail.type,
              parentSchema: schema67.properties.errorRate.properties.fail,
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
          schema: schema67.properties.errorRate.type,
          parentSchema: schema67.properties.errorRate,
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
              parentSchema: schema67.properties.p95Ms,
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
                parentSchema: schema67.properties.p95Ms.properties.warn,
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
                parentSchema: schema67.properties.p95Ms.properties.warn,
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
              schema: schema67.properties.p95Ms.properties.warn.type,
              parentSchema: schema67.properties.p95Ms.properties.warn,
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
                parentSchema: schema67.properties.p95Ms.properties.fail,
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
                parentSchema: schema67.properties.p95Ms.properties.fail,
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
              schema: schema67.properties.p95Ms.properties.fail.type,
              parentSchema: schema67.properties.p95Ms.properties.fail,
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
          schema: schema67.properties.p95Ms.type,
          parentSchema: schema67.properties.p95Ms,
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
              parentSchema: schema67.properties.flakeRate,
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
                parentSchema: schema67.properties.flakeRate.properties.warn,
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
                parentSchema: schema67.properties.flakeRate.properties.warn,
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
              schema: schema67.properties.flakeRate.properties.warn.type,
              parentSchema: schema67.properties.flakeRate.properties.warn,
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
                parentSchema: schema67.properties.flakeRate.properties.fail,
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
                parentSchema: schema67.properties.flakeRate.properties.fail,
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
              schema: schema67.properties.flakeRate.properties.fail.type,
              parentSchema: schema67.properties.flakeRate.properties.fail,
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
          schema: schema67.properties.flakeRate.type,
          parentSchema: schema67.properties.flakeRate,
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
              parentSchema: schema67.properties.maxWarnings,
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
              schema: schema67.properties.maxWarnings.properties.fail.type,
              parentSchema: schema67.properties.maxWarnings.properties.fail,
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
                parentSchema: schema67.properties.maxWarnings.properties.fail,
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
                parentSchema: schema67.properties.maxWarnings.properties.fail,
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
          schema: schema67.properties.maxWarnings.type,
          parentSchema: schema67.properties.maxWarnings,
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
  } else {
    const err51 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      schema: schema67.type,
      parentSchema: schema67,
      data,
    };
    if (vErrors === null) {
      vErrors = [err51];
    } else {
      vErrors.push(err51);
    }
    errors++;
  }
  validate42.errors = vErrors;
  return errors === 0;
}

function validate37(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="RunRequest" */ let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!func2.call(schema52.properties, key0)) {
        const err0 = {
          instancePath,
          schemaPath: '#/additionalProperties',
          keyword: 'additionalProperties',
          params: { additionalProperty: key0 },
          schema: false,
          parentSchema: schema52,
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
        if (!pattern20.test(data1)) {
          const err3 = {
            instancePath: instancePath + '/version',
            schemaPath: 'Version/pattern',
            keyword: 'pattern',
            params: { pattern: '^[A-Za-z0-9][A-Za-z0-9._+-]{0,63}$' },
            schema: '^[A-Za-z0-9][A-Za-z0-9._+-]{0,63}$',
            parentSchema: schema54,
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
          schema: schema54.type,
          parentSchema: schema54,
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
        !validate38(data.tags, {
          instancePath: instancePath + '/tags',
          parentData: data,
          parentDataProperty: 'tags',
          rootData,
        })
      ) {
        vErrors = joinErrors(vErrors, validate38.errors);
        errors = vErrors.length;
      }
    }
    if (data.capability !== undefined) {
      if (
        !validate40(data.capability, {
          instancePath: instancePath + '/capability',
          parentData: data,
          parentDataProperty: 'capability',
          rootData,
        })
      ) {
        vErrors = joinErrors(vErrors, validate40.errors);
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
            parentSchema: schema52.properties.suites,
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
            parentSchema: schema52.properties.suites,
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
            if (!pattern10.test(data5)) {
              const err7 = {
                instancePath: instancePath + '/suites/' + i0,
                schemaPath: 'SuiteSelector/pattern',
                keyword: 'pattern',
                params: { pattern: '^[a-z0-9][a-z0-9-]{0,62}(\\.[a-z0-9][a-z0-9-]{0,62})?$' },
                schema: '^[a-z0-9][a-z0-9-]{0,62}(\\.[a-z0-9][a-z0-9-]{0,62})?$',
                parentSchema: schema25,
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
              schema: schema25.type,
              parentSchema: schema25,
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
          schema: schema52.properties.suites.type,
          parentSchema: schema52.properties.suites,
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
            parentSchema: schema52.properties.cases,
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
            parentSchema: schema52.properties.cases,
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
            if (!pattern26.test(data7)) {
              const err12 = {
                instancePath: instancePath + '/cases/' + i1,
                schemaPath: 'CaseSelector/pattern',
                keyword: 'pattern',
                params: {
                  pattern: '^(([a-z0-9][a-z0-9-]{0,62}\\.)?[a-z0-9][a-z0-9-]{0,62}/)?[a-z0-9][a-z0-9-]{0,62}$',
                },
                schema: '^(([a-z0-9][a-z0-9-]{0,62}\\.)?[a-z0-9][a-z0-9-]{0,62}/)?[a-z0-9][a-z0-9-]{0,62}$',
                parentSchema: schema64,
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
              schema: schema64.type,
              parentSchema: schema64,
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
          schema: schema52.properties.cases.type,
          parentSchema: schema52.properties.cases,
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
            parentSchema: schema52.properties.name,
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
            parentSchema: schema52.properties.name,
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
          schema: schema52.properties.name.type,
          parentSchema: schema52.properties.name,
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
            parentSchema: schema52.properties.description,
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
          schema: schema52.properties.description.type,
          parentSchema: schema52.properties.description,
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
            parentSchema: schema66,
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
            if (!pattern28.test(key1)) {
              const err23 = {
                instancePath: instancePath + '/labels',
                schemaPath: 'Labels/propertyNames/pattern',
                keyword: 'pattern',
                params: { pattern: '^[A-Za-z][A-Za-z0-9_.-]{0,62}$' },
                schema: '^[A-Za-z][A-Za-z0-9_.-]{0,62}$',
                parentSchema: schema66.propertyNames,
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
              schema: schema66.propertyNames,
              parentSchema: schema66,
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
                parentSchema: schema66.additionalProperties,
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
                parentSchema: schema66.additionalProperties,
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
              schema: schema66.additionalProperties.type,
              parentSchema: schema66.additionalProperties,
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
          schema: schema66.type,
          parentSchema: schema66,
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
        !validate42(data.gate, {
          instancePath: instancePath + '/gate',
          parentData: data,
          parentDataProperty: 'gate',
          rootData,
        })
      ) {
        vErrors = joinErrors(vErrors, validate42.errors);
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
          schema: schema69.type,
          parentSchema: schema69,
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
          params: { allowedValues: schema69.enum },
          schema: schema69.enum,
          parentSchema: schema69,
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
          schema: schema52.properties.shards.type,
          parentSchema: schema52.properties.shards,
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
            parentSchema: schema52.properties.shards,
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
            parentSchema: schema52.properties.shards,
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
          schema: schema52.properties.failFast.type,
          parentSchema: schema52.properties.failFast,
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
          schema: schema52.properties.deadlineMinutes.type,
          parentSchema: schema52.properties.deadlineMinutes,
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
            parentSchema: schema52.properties.deadlineMinutes,
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
            parentSchema: schema52.properties.deadlineMinutes,
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
          schema: schema52.properties.dryRun.type,
          parentSchema: schema52.properties.dryRun,
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
      schema: schema52.type,
      parentSchema: schema52,
      data,
    };
    if (vErrors === null) {
      vErrors = [err39];
    } else {
      vErrors.push(err39);
    }
    errors++;
  }
  validate37.errors = vErrors;
  return errors === 0;
}

function validate36(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="validateRunRequest" */ let vErrors = null;
  let errors = 0;
  if (!validate37(data, { instancePath, parentData, parentDataProperty, rootData })) {
    vErrors = joinErrors(vErrors, validate37.errors);
    errors = vErrors.length;
  }
  validate36.errors = vErrors;
  return errors === 0;
}

export const validateServiceParameter = validate45;
const schema70 = { $ref: 'Id', $id: 'validateServiceParameter' };

function validate45(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
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
  validate45.errors = vErrors;
  return errors === 0;
}

export const validateServiceRequest = validate46;
const schema72 = { $ref: 'ServiceRequest', $id: 'validateServiceRequest' };
const schema73 = {
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

function validate47(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="ServiceRequest" */ let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.owner === undefined) {
      const err0 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'owner' },
        schema: schema73.required,
        parentSchema: schema73,
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
      if (!func2.call(schema73.properties, key0)) {
        const err1 = {
          instancePath,
          schemaPath: '#/additionalProperties',
          keyword: 'additionalProperties',
          params: { additionalProperty: key0 },
          schema: false,
          parentSchema: schema73,
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
            parentSchema: schema73.properties.name,
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
            parentSchema: schema73.properties.name,
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
          schema: schema73.properties.name.type,
          parentSchema: schema73.properties.name,
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
            parentSchema: schema73.properties.owner,
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
            parentSchema: schema73.properties.owner,
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
          schema: schema73.properties.owner.type,
          parentSchema: schema73.properties.owner,
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
            parentSchema: schema73.properties.team,
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
            parentSchema: schema73.properties.team,
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
          schema: schema73.properties.team.type,
          parentSchema: schema73.properties.team,
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
            parentSchema: schema73.properties.contact,
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
            parentSchema: schema73.properties.contact,
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
          schema: schema73.properties.contact.type,
          parentSchema: schema73.properties.contact,
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
          schema: schema73.properties.tier.type,
          parentSchema: schema73.properties.tier,
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
            parentSchema: schema73.properties.tier,
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
            parentSchema: schema73.properties.tier,
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
          schema: schema73.properties.exposure.type,
          parentSchema: schema73.properties.exposure,
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
          params: { allowedValues: schema73.properties.exposure.enum },
          schema: schema73.properties.exposure.enum,
          parentSchema: schema73.properties.exposure,
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
            parentSchema: schema73.properties.repository,
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
            parentSchema: schema73.properties.repository,
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
          schema: schema73.properties.repository.type,
          parentSchema: schema73.properties.repository,
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
        if (!pattern20.test(data9)) {
          const err26 = {
            instancePath: instancePath + '/version',
            schemaPath: 'Version/pattern',
            keyword: 'pattern',
            params: { pattern: '^[A-Za-z0-9][A-Za-z0-9._+-]{0,63}$' },
            schema: '^[A-Za-z0-9][A-Za-z0-9._+-]{0,63}$',
            parentSchema: schema54,
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
          schema: schema54.type,
          parentSchema: schema54,
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
      schema: schema73.type,
      parentSchema: schema73,
      data,
    };
    if (vErrors === null) {
      vErrors = [err28];
    } else {
      vErrors.push(err28);
    }
    errors++;
  }
  validate47.errors = vErrors;
  return errors === 0;
}

function validate46(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="validateServiceRequest" */ let vErrors = null;
  let errors = 0;
  if (!validate47(data, { instancePath, parentData, parentDataProperty, rootData })) {
    vErrors = joinErrors(vErrors, validate47.errors);
    errors = vErrors.length;
  }
  validate46.errors = vErrors;
  return errors === 0;
}

export const validateSuiteDefinition = validate49;
const schema77 = { $ref: 'SuiteDefinition', $id: 'validateSuiteDefinition' };
const schema78 = {
  type: 'object',
  additionalProperties: false,
  required: ['suite', 'service', 'cases'],
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
    advisory: { type: 'boolean' },
    executor: { enum: ['lambda', 'fargate'] },
    uses: { type: 'array', uniqueItems: true, maxItems: 200, items: { $ref: 'SuiteFileVariableName' } },
    variables: { type: 'object', maxProperties: 1000, propertyNames: { $ref: 'SuiteFileVariableName' } },
    defaults: {
      type: 'object',
      additionalProperties: false,
      properties: {
        headers: { $ref: 'SuiteFileHeaders' },
        timeoutMs: { $ref: 'SuiteFileTimeoutMs' },
        reruns: { $ref: 'SuiteFileReruns' },
        rerunDelayMs: { $ref: 'SuiteFileRerunDelayMs' },
        target: { $ref: 'SuiteFileTargetName' },
      },
    },
    concurrency: { type: 'integer', minimum: 1, maximum: 10 },
    timeoutMs: { type: 'integer', minimum: 1, maximum: 14400000 },
    cases: { type: 'array', minItems: 1, maxItems: 10000, items: { $ref: 'SuiteFileCase' } },
  },
  $id: 'SuiteDefinition',
};
const schema79 = { type: 'string', pattern: '^[a-z0-9][a-z0-9-]{0,62}$', $id: 'SuiteFileId' };
const schema81 = { type: 'string', minLength: 1, maxLength: 300, pattern: '^[^\\r\\n]*$', $id: 'SuiteFileLine' };
const schema82 = {
  type: 'array',
  uniqueItems: true,
  maxItems: 50,
  items: { type: 'string', pattern: '^[A-Za-z0-9][A-Za-z0-9_.:/-]{0,99}$' },
  $id: 'SuiteFileTags',
};
const schema83 = { enum: ['low', 'medium', 'high', 'critical'], $id: 'SuiteFileRisk' };
const schema85 = { type: 'string', pattern: '^(?!run$)[A-Za-z_][A-Za-z0-9_]{0,99}$', $id: 'SuiteFileVariableName' };
const schema87 = {
  type: 'object',
  maxProperties: 100,
  propertyNames: { pattern: "^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}$" },
  additionalProperties: { type: ['string', 'number', 'boolean'] },
  $id: 'SuiteFileHeaders',
};
const schema88 = { type: 'integer', minimum: 1, maximum: 300000, $id: 'SuiteFileTimeoutMs' };
const schema89 = { type: 'integer', minimum: 0, maximum: 3, $id: 'SuiteFileReruns' };
const schema90 = { type: 'integer', minimum: 0, maximum: 60000, $id: 'SuiteFileRerunDelayMs' };
const schema91 = { type: 'string', pattern: '^[A-Za-z0-9][A-Za-z0-9_-]{0,62}$', $id: 'SuiteFileTargetName' };
const pattern36 = /* @__PURE__ */ new RegExp('^[^\\r\\n]*$', 'u');
const pattern39 = /* @__PURE__ */ new RegExp('^(?!run$)[A-Za-z_][A-Za-z0-9_]{0,99}$', 'u');
const pattern41 = /* @__PURE__ */ new RegExp("^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}$", 'u');
const pattern42 = /* @__PURE__ */ new RegExp('^[A-Za-z0-9][A-Za-z0-9_-]{0,62}$', 'u');
const schema92 = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'request', 'checks'],
  properties: {
    id: { $ref: 'SuiteFileId' },
    name: { $ref: 'SuiteFileLine' },
    tags: { $ref: 'SuiteFileTags' },
    risk: { $ref: 'SuiteFileRisk' },
    owner: { $ref: 'SuiteFileLine' },
    advisory: { type: 'boolean' },
    reruns: { $ref: 'SuiteFileReruns' },
    rerunDelayMs: { $ref: 'SuiteFileRerunDelayMs' },
    token: { type: 'boolean' },
    dependsOn: { type: 'array', maxItems: 100, uniqueItems: true, items: { $ref: 'SuiteFileDependency' } },
    request: { $ref: 'SuiteFileRequest' },
    checks: { type: 'array', minItems: 1, maxItems: 200, items: { $ref: 'SuiteFileCheck' } },
    captures: {
      type: 'object',
      maxProperties: 100,
      propertyNames: { $ref: 'SuiteFileVariableName' },
      additionalProperties: { $ref: 'SuiteFileCapture' },
    },
    timeoutMs: { $ref: 'SuiteFileTimeoutMs' },
  },
  $id: 'SuiteFileCase',
};
const schema100 = {
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

function validate52(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="SuiteFileDependency" */ let vErrors = null;
  let errors = 0;
  if (typeof data !== 'string' && !(data && typeof data == 'object' && !Array.isArray(data))) {
    const err0 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: schema100.type },
      schema: schema100.type,
      parentSchema: schema100,
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
          schema: schema100.then.required,
          parentSchema: schema100.then,
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
          schema: schema100.then.required,
          parentSchema: schema100.then,
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
            parentSchema: schema100.then,
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
              parentSchema: schema79,
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
            schema: schema79.type,
            parentSchema: schema79,
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
            params: { allowedValues: schema100.then.properties.kind.enum },
            schema: schema100.then.properties.kind.enum,
            parentSchema: schema100.then.properties.kind,
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
          parentSchema: schema79,
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
        schema: schema79.type,
        parentSchema: schema79,
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
      schema: schema100.if,
      parentSchema: schema100,
      data,
    };
    if (vErrors === null) {
      vErrors = [err10];
    } else {
      vErrors.push(err10);
    }
    errors++;
  }
  validate52.errors = vErrors;
  return errors === 0;
}

const schema103 = {
  type: 'object',
  additionalProperties: false,
  required: ['method', 'path'],
  properties: {
    method: { enum: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'QUERY'] },
    path: { type: 'string', minLength: 1, maxLength: 8000, pattern: '^(/|https?://|\\{\\{)' },
    target: { $ref: 'SuiteFileTargetName' },
    query: { type: 'object', maxProperties: 200, additionalProperties: { $ref: 'SuiteFileParameter' } },
    headers: { $ref: 'SuiteFileHeaders' },
    json: {},
    form: { type: 'object', maxProperties: 200, additionalProperties: { $ref: 'SuiteFileParameter' } },
    body: { type: 'string', maxLength: 1000000 },
    timeoutMs: { $ref: 'SuiteFileTimeoutMs' },
    followRedirects: { type: 'boolean' },
  },
  allOf: [
    { if: { required: ['json'] }, then: { properties: { form: false, body: false } } },
    { if: { required: ['form'] }, then: { properties: { body: false } } },
  ],
  $id: 'SuiteFileRequest',
};
const schema105 = {
  type: ['string', 'number', 'boolean', 'null', 'array'],
  items: { type: ['string', 'number', 'boolean'] },
  maxItems: 1000,
  $id: 'SuiteFileParameter',
};
const pattern49 = /* @__PURE__ */ new RegExp('^(/|https?://|\\{\\{)', 'u');

function validate54(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
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
          parentSchema: schema103.allOf[0].then.properties.form,
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
          parentSchema: schema103.allOf[0].then.properties.body,
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
      schema: schema103.allOf[0].if,
      parentSchema: schema103.allOf[0],
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
          parentSchema: schema103.allOf[1].then.properties.body,
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
      schema: schema103.allOf[1].if,
      parentSchema: schema103.allOf[1],
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
    if (data.method === undefined) {
      const err7 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'method' },
        schema: schema103.required,
        parentSchema: schema103,
        data,
      };
      if (vErrors === null) {
        vErrors = [err7];
      } else {
        vErrors.push(err7);
      }
      errors++;
    }
    if (data.path === undefined) {
      const err8 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'path' },
        schema: schema103.required,
        parentSchema: schema103,
        data,
      };
      if (vErrors === null) {
        vErrors = [err8];
      } else {
        vErrors.push(err8);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!func2.call(schema103.properties, key0)) {
        const err9 = {
          instancePath,
          schemaPath: '#/additionalProperties',
          keyword: 'additionalProperties',
          params: { additionalProperty: key0 },
          schema: false,
          parentSchema: schema103,
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
        const err10 = {
          instancePath: instancePath + '/method',
          schemaPath: '#/properties/method/enum',
          keyword: 'enum',
          params: { allowedValues: schema103.properties.method.enum },
          schema: schema103.properties.method.enum,
          parentSchema: schema103.properties.method,
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
    if (data.path !== undefined) {
      let data4 = data.path;
      if (typeof data4 === 'string') {
        if (func3(data4) > 8000) {
          const err11 = {
            instancePath: instancePath + '/path',
            schemaPath: '#/properties/path/maxLength',
            keyword: 'maxLength',
            params: { limit: 8000 },
            schema: 8000,
            parentSchema: schema103.properties.path,
            data: data4,
          };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
        if (func3(data4) < 1) {
          const err12 = {
            instancePath: instancePath + '/path',
            schemaPath: '#/properties/path/minLength',
            keyword: 'minLength',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema103.properties.path,
            data: data4,
          };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
        if (!pattern49.test(data4)) {
          const err13 = {
            instancePath: instancePath + '/path',
            schemaPath: '#/properties/path/pattern',
            keyword: 'pattern',
            params: { pattern: '^(/|https?://|\\{\\{)' },
            schema: '^(/|https?://|\\{\\{)',
            parentSchema: schema103.properties.path,
            data: data4,
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
          instancePath: instancePath + '/path',
          schemaPath: '#/properties/path/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema103.properties.path.type,
          parentSchema: schema103.properties.path,
          data: data4,
        };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
    if (data.target !== undefined) {
      let data5 = data.target;
      if (typeof data5 === 'string') {
        if (!pattern42.test(data5)) {
          const err15 = {
            instancePath: instancePath + '/target',
            schemaPath: 'SuiteFileTargetName/pattern',
            keyword: 'pattern',
            params: { pattern: '^[A-Za-z0-9][A-Za-z0-9_-]{0,62}$' },
            schema: '^[A-Za-z0-9][A-Za-z0-9_-]{0,62}$',
            parentSchema: schema91,
            data: data5,
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
          instancePath: instancePath + '/target',
          schemaPath: 'SuiteFileTargetName/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema91.type,
          parentSchema: schema91,
          data: data5,
        };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
    }
    if (data.query !== undefined) {
      let data6 = data.query;
      if (data6 && typeof data6 == 'object' && !Array.isArray(data6)) {
        if (Object.keys(data6).length > 200) {
          const err17 = {
            instancePath: instancePath + '/query',
            schemaPath: '#/properties/query/maxProperties',
            keyword: 'maxProperties',
            params: { limit: 200 },
            schema: 200,
            parentSchema: schema103.properties.query,
            data: data6,
          };
          if (vErrors === null) {
            vErrors = [err17];
          } else {
            vErrors.push(err17);
          }
          errors++;
        }
        for (const key1 in data6) {
          let data7 = data6[key1];
          if (
            typeof data7 !== 'string' &&
            !(typeof data7 == 'number' && isFinite(data7)) &&
            typeof data7 !== 'boolean' &&
            data7 !== null &&
            !Array.isArray(data7)
          ) {
            const err18 = {
              instancePath: instancePath + '/query/' + key1.replace(/~/g, '~0').replace(/\//g, '~1'),
              schemaPath: 'SuiteFileParameter/type',
              keyword: 'type',
              params: { type: schema105.type },
              schema: schema105.type,
              parentSchema: schema105,
              data: data7,
            };
            if (vErrors === null) {
              vErrors = [err18];
            } else {
              vErrors.push(err18);
            }
            errors++;
          }
          if (Array.isArray(data7)) {
            if (data7.length > 1000) {
              const err19 = {
                instancePath: instancePath + '/query/' + key1.replace(/~/g, '~0').replace(/\//g, '~1'),
                schemaPath: 'SuiteFileParameter/maxItems',
                keyword: 'maxItems',
                params: { limit: 1000 },
                schema: 1000,
                parentSchema: schema105,
                data: data7,
              };
              if (vErrors === null) {
                vErrors = [err19];
              } else {
                vErrors.push(err19);
              }
              errors++;
            }
            const len0 = data7.length;
            for (let i0 = 0; i0 < len0; i0++) {
              let data8 = data7[i0];
              if (
                typeof data8 !== 'string' &&
                !(typeof data8 == 'number' && isFinite(data8)) &&
                typeof data8 !== 'boolean'
              ) {
                const err20 = {
                  instancePath: instancePath + '/query/' + key1.replace(/~/g, '~0').replace(/\//g, '~1') + '/' + i0,
                  schemaPath: 'SuiteFileParameter/items/type',
                  keyword: 'type',
                  params: { type: schema105.items.type },
                  schema: schema105.items.type,
                  parentSchema: schema105.items,
                  data: data8,
                };
                if (vErrors === null) {
                  vErrors = [err20];
                } else {
                  vErrors.push(err20);
                }
                errors++;
              }
            }
          }
        }
      } else {
        const err21 = {
          instancePath: instancePath + '/query',
          schemaPath: '#/properties/query/type',
          keyword: 'type',
          params: { type: 'object' },
          schema: schema103.properties.query.type,
          parentSchema: schema103.properties.query,
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
    if (data.headers !== undefined) {
      let data9 = data.headers;
      if (data9 && typeof data9 == 'object' && !Array.isArray(data9)) {
        if (Object.keys(data9).length > 100) {
          const err22 = {
            instancePath: instancePath + '/headers',
            schemaPath: 'SuiteFileHeaders/maxProperties',
            keyword: 'maxProperties',
            params: { limit: 100 },
            schema: 100,
            parentSchema: schema87,
            data: data9,
          };
          if (vErrors === null) {
            vErrors = [err22];
          } else {
            vErrors.push(err22);
          }
          errors++;
        }
        for (const key2 in data9) {
          const _errs27 = errors;
          if (typeof key2 === 'string') {
            if (!pattern41.test(key2)) {
              const err23 = {
                instancePath: instancePath + '/headers',
                schemaPath: 'SuiteFileHeaders/propertyNames/pattern',
                keyword: 'pattern',
                params: { pattern: "^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}$" },
                schema: "^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}$",
                parentSchema: schema87.propertyNames,
                data: key2,
                propertyName: key2,
              };
              if (vErrors === null) {
                vErrors = [err23];
              } else {
                vErrors.push(err23);
              }
              errors++;
            }
          }
          var valid12 = _errs27 === errors;
          if (!valid12) {
            const err24 = {
              instancePath: instancePath + '/headers',
              schemaPath: 'SuiteFileHeaders/propertyNames',
              keyword: 'propertyNames',
              params: { propertyName: key2 },
              schema: schema87.propertyNames,
              parentSchema: schema87,
              data: data9,
            };
            if (vErrors === null) {
              vErrors = [err24];
            } else {
              vErrors.push(err24);
            }
            errors++;
          }
        }
        for (const key3 in data9) {
          let data10 = data9[key3];
          if (
            typeof data10 !== 'string' &&
            !(typeof data10 == 'number' && isFinite(data10)) &&
            typeof data10 !== 'boolean'
          ) {
            const err25 = {
              instancePath: instancePath + '/headers/' + key3.replace(/~/g, '~0').replace(/\//g, '~1'),
              schemaPath: 'SuiteFileHeaders/additionalProperties/type',
              keyword: 'type',
              params: { type: schema87.additionalProperties.type },
              schema: schema87.additionalProperties.type,
              parentSchema: schema87.additionalProperties,
              data: data10,
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
          schema: schema87.type,
          parentSchema: schema87,
          data: data9,
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
      let data11 = data.form;
      if (data11 && typeof data11 == 'object' && !Array.isArray(data11)) {
        if (Object.keys(data11).length > 200) {
          const err27 = {
            instancePath: instancePath + '/form',
            schemaPath: '#/properties/form/maxProperties',
            keyword: 'maxProperties',
            params: { limit: 200 },
            schema: 200,
            parentSchema: schema103.properties.form,
            data: data11,
          };
          if (vErrors === null) {
            vErrors = [err27];
          } else {
            vErrors.push(err27);
          }
          errors++;
        }
        for (const key4 in data11) {
          let data12 = data11[key4];
          if (
            typeof data12 !== 'string' &&
            !(typeof data12 == 'number' && isFinite(data12)) &&
            typeof data12 !== 'boolean' &&
            data12 !== null &&
            !Array.isArray(data12)
          ) {
            const err28 = {
              instancePath: instancePath + '/form/' + key4.replace(/~/g, '~0').replace(/\//g, '~1'),
              schemaPath: 'SuiteFileParameter/type',
              keyword: 'type',
              params: { type: schema105.type },
              schema: schema105.type,
              parentSchema: schema105,
              data: data12,
            };
            if (vErrors === null) {
              vErrors = [err28];
            } else {
              vErrors.push(err28);
            }
            errors++;
          }
          if (Array.isArray(data12)) {
            if (data12.length > 1000) {
              const err29 = {
                instancePath: instancePath + '/form/' + key4.replace(/~/g, '~0').replace(/\//g, '~1'),
                schemaPath: 'SuiteFileParameter/maxItems',
                keyword: 'maxItems',
                params: { limit: 1000 },
                schema: 1000,
                parentSchema: schema105,
                data: data12,
              };
              if (vErrors === null) {
                vErrors = [err29];
              } else {
                vErrors.push(err29);
              }
              errors++;
            }
            const len1 = data12.length;
            for (let i1 = 0; i1 < len1; i1++) {
              let data13 = data12[i1];
              if (
                typeof data13 !== 'string' &&
                !(typeof data13 == 'number' && isFinite(data13)) &&
                typeof data13 !== 'boolean'
              ) {
                const err30 = {
                  instancePath: instancePath + '/form/' + key4.replace(/~/g, '~0').replace(/\//g, '~1') + '/' + i1,
                  schemaPath: 'SuiteFileParameter/items/type',
                  keyword: 'type',
                  params: { type: schema105.items.type },
                  schema: schema105.items.type,
                  parentSchema: schema105.items,
                  data: data13,
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
        }
      } else {
        const err31 = {
          instancePath: instancePath + '/form',
          schemaPath: '#/properties/form/type',
          keyword: 'type',
          params: { type: 'object' },
          schema: schema103.properties.form.type,
          parentSchema: schema103.properties.form,
          data: data11,
        };
        if (vErrors === null) {
          vErrors = [err31];
        } else {
          vErrors.push(err31);
        }
        errors++;
      }
    }
    if (data.body !== undefined) {
      let data14 = data.body;
      if (typeof data14 === 'string') {
        if (func3(data14) > 1000000) {
          const err32 = {
            instancePath: instancePath + '/body',
            schemaPath: '#/properties/body/maxLength',
            keyword: 'maxLength',
            params: { limit: 1000000 },
            schema: 1000000,
            parentSchema: schema103.properties.body,
            data: data14,
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
          instancePath: instancePath + '/body',
          schemaPath: '#/properties/body/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema103.properties.body.type,
          parentSchema: schema103.properties.body,
          data: data14,
        };
        if (vErrors === null) {
          vErrors = [err33];
        } else {
          vErrors.push(err33);
        }
        errors++;
      }
    }
    if (data.timeoutMs !== undefined) {
      let data15 = data.timeoutMs;
      if (!(typeof data15 == 'number' && !(data15 % 1) && !isNaN(data15) && isFinite(data15))) {
        const err34 = {
          instancePath: instancePath + '/timeoutMs',
          schemaPath: 'SuiteFileTimeoutMs/type',
          keyword: 'type',
          params: { type: 'integer' },
          schema: schema88.type,
          parentSchema: schema88,
          data: data15,
        };
        if (vErrors === null) {
          vErrors = [err34];
        } else {
          vErrors.push(err34);
        }
        errors++;
      }
      if (typeof data15 == 'number' && isFinite(data15)) {
        if (data15 > 300000 || isNaN(data15)) {
          const err35 = {
            instancePath: instancePath + '/timeoutMs',
            schemaPath: 'SuiteFileTimeoutMs/maximum',
            keyword: 'maximum',
            params: { comparison: '<=', limit: 300000 },
            schema: 300000,
            parentSchema: schema88,
            data: data15,
          };
          if (vErrors === null) {
            vErrors = [err35];
          } else {
            vErrors.push(err35);
          }
          errors++;
        }
        if (data15 < 1 || isNaN(data15)) {
          const err36 = {
            instancePath: instancePath + '/timeoutMs',
            schemaPath: 'SuiteFileTimeoutMs/minimum',
            keyword: 'minimum',
            params: { comparison: '>=', limit: 1 },
            schema: 1,
            parentSchema: schema88,
            data: data15,
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
    if (data.followRedirects !== undefined) {
      let data16 = data.followRedirects;
      if (typeof data16 !== 'boolean') {
        const err37 = {
          instancePath: instancePath + '/followRedirects',
          schemaPath: '#/properties/followRedirects/type',
          keyword: 'type',
          params: { type: 'boolean' },
          schema: schema103.properties.followRedirects.type,
          parentSchema: schema103.properties.followRedirects,
          data: data16,
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
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      schema: schema103.type,
      parentSchema: schema103,
      data,
    };
    if (vErrors === null) {
      vErrors = [err38];
    } else {
      vErrors.push(err38);
    }
    errors++;
  }
  validate54.errors = vErrors;
  return errors === 0;
}

const schema109 = {
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
    { if: { required: ['status'] }, then: { maxProperties: 1 } },
    { if: { required: ['timeMs'] }, then: { maxProperties: 1 } },
    { if: { required: ['bodyBytes'] }, then: { maxProperties: 1 } },
    { if: { required: ['schema'] }, then: { propertyNames: { enum: ['schema', 'at'] } } },
    {
      if: { anyOf: [{ required: ['path'] }, { required: ['header'] }, { required: ['body'] }] },
      then: { minProperties: 2, properties: { at: false } },
    },
  ],
  $id: 'SuiteFileCheck',
};
const schema110 = {
  type: ['integer', 'string'],
  minimum: 100,
  maximum: 599,
  pattern: '^([1-5]([0-9]{2}|[xX]{2})|\\{\\{.*\\}\\})$',
  $id: 'SuiteFileStatusPattern',
};
const schema112 = { type: 'string', minLength: 1, maxLength: 1000, pattern: '^\\$', $id: 'SuiteFileJsonPath' };
const schema115 = { $id: 'SuiteFileEquals' };
const schema116 = { $id: 'SuiteFileNot' };
const schema117 = { $id: 'SuiteFileContains' };
const schema118 = { type: 'string', minLength: 1, maxLength: 1000, $id: 'SuiteFileRegex' };
const schema119 = { type: 'array', minItems: 1, maxItems: 1000, $id: 'SuiteFileIn' };
const schema120 = { type: 'boolean', $id: 'SuiteFileExists' };
const schema121 = { enum: ['null', 'boolean', 'integer', 'number', 'string', 'array', 'object'], $id: 'SuiteFileType' };
const schema122 = { type: ['integer', 'string'], minimum: 0, pattern: '^\\{\\{.*\\}\\}$', $id: 'SuiteFileLength' };
const schema123 = { type: ['number', 'string'], $id: 'SuiteFileBound' };
const pattern52 = /* @__PURE__ */ new RegExp('^([1-5]([0-9]{2}|[xX]{2})|\\{\\{.*\\}\\})$', 'u');
const pattern54 = /* @__PURE__ */ new RegExp('^\\$', 'u');
const pattern57 = /* @__PURE__ */ new RegExp('^\\{\\{.*\\}\\}$', 'u');
const schema114 = {
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
  },
  $id: 'SuiteFileOperators',
};

function validate57(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
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
        parentSchema: schema114,
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
      if (!func2.call(schema114.properties, key0)) {
        const err1 = {
          instancePath,
          schemaPath: '#/additionalProperties',
          keyword: 'additionalProperties',
          params: { additionalProperty: key0 },
          schema: false,
          parentSchema: schema114,
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
            parentSchema: schema118,
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
            parentSchema: schema118,
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
          schema: schema118.type,
          parentSchema: schema118,
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
            parentSchema: schema119,
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
            parentSchema: schema119,
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
          schema: schema119.type,
          parentSchema: schema119,
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
          schema: schema120.type,
          parentSchema: schema120,
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
          params: { allowedValues: schema121.enum },
          schema: schema121.enum,
          parentSchema: schema121,
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
          params: { type: schema122.type },
          schema: schema122.type,
          parentSchema: schema122,
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
            parentSchema: schema122,
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
        if (!pattern57.test(data7)) {
          const err12 = {
            instancePath: instancePath + '/length',
            schemaPath: 'SuiteFileLength/pattern',
            keyword: 'pattern',
            params: { pattern: '^\\{\\{.*\\}\\}$' },
            schema: '^\\{\\{.*\\}\\}$',
            parentSchema: schema122,
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
          params: { type: schema123.type },
          schema: schema123.type,
          parentSchema: schema123,
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
          params: { type: schema123.type },
          schema: schema123.type,
          parentSchema: schema123,
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
          params: { type: schema123.type },
          schema: schema123.type,
          parentSchema: schema123,
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
          params: { type: schema123.type },
          schema: schema123.type,
          parentSchema: schema123,
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
  } else {
    const err17 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      schema: schema114.type,
      parentSchema: schema114,
      data,
    };
    if (vErrors === null) {
      vErrors = [err17];
    } else {
      vErrors.push(err17);
    }
    errors++;
  }
  validate57.errors = vErrors;
  return errors === 0;
}

function validate56(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
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
        schema: schema109.oneOf[0].required,
        parentSchema: schema109.oneOf[0],
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
        schema: schema109.oneOf[1].required,
        parentSchema: schema109.oneOf[1],
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
          schema: schema109.oneOf[2].required,
          parentSchema: schema109.oneOf[2],
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
            schema: schema109.oneOf[3].required,
            parentSchema: schema109.oneOf[3],
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
              schema: schema109.oneOf[4].required,
              parentSchema: schema109.oneOf[4],
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
                schema: schema109.oneOf[5].required,
                parentSchema: schema109.oneOf[5],
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
                  schema: schema109.oneOf[6].required,
                  parentSchema: schema109.oneOf[6],
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
      schema: schema109.oneOf,
      parentSchema: schema109,
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
      if (Object.keys(data).length > 1) {
        const err9 = {
          instancePath,
          schemaPath: '#/allOf/0/then/maxProperties',
          keyword: 'maxProperties',
          params: { limit: 1 },
          schema: 1,
          parentSchema: schema109.allOf[0].then,
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
    var _valid1 = _errs12 === errors;
    valid2 = _valid1;
  }
  if (!valid2) {
    const err10 = {
      instancePath,
      schemaPath: '#/allOf/0/if',
      keyword: 'if',
      params: { failingKeyword: 'then' },
      schema: schema109.allOf[0].if,
      parentSchema: schema109.allOf[0],
      data,
    };
    if (vErrors === null) {
      vErrors = [err10];
    } else {
      vErrors.push(err10);
    }
    errors++;
  }
  const _errs14 = errors;
  let valid3 = true;
  const _errs15 = errors;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    let missing1;
    if (data.timeMs === undefined && (missing1 = 'timeMs')) {
      const err11 = {};
      if (vErrors === null) {
        vErrors = [err11];
      } else {
        vErrors.push(err11);
      }
      errors++;
    }
  }
  var _valid2 = _errs15 === errors;
  errors = _errs14;
  if (vErrors !== null) {
    if (_errs14) {
      vErrors.length = _errs14;
    } else {
      vErrors = null;
    }
  }
  if (_valid2) {
    const _errs16 = errors;
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      if (Object.keys(data).length > 1) {
        const err12 = {
          instancePath,
          schemaPath: '#/allOf/1/then/maxProperties',
          keyword: 'maxProperties',
          params: { limit: 1 },
          schema: 1,
          parentSchema: schema109.allOf[1].then,
          data,
        };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    var _valid2 = _errs16 === errors;
    valid3 = _valid2;
  }
  if (!valid3) {
    const err13 = {
      instancePath,
      schemaPath: '#/allOf/1/if',
      keyword: 'if',
      params: { failingKeyword: 'then' },
      schema: schema109.allOf[1].if,
      parentSchema: schema109.allOf[1],
      data,
    };
    if (vErrors === null) {
      vErrors = [err13];
    } else {
      vErrors.push(err13);
    }
    errors++;
  }
  const _errs18 = errors;
  let valid4 = true;
  const _errs19 = errors;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    let missing2;
    if (data.bodyBytes === undefined && (missing2 = 'bodyBytes')) {
      const err14 = {};
      if (vErrors === null) {
        vErrors = [err14];
      } else {
        vErrors.push(err14);
      }
      errors++;
    }
  }
  var _valid3 = _errs19 === errors;
  errors = _errs18;
  if (vErrors !== null) {
    if (_errs18) {
      vErrors.length = _errs18;
    } else {
      vErrors = null;
    }
  }
  if (_valid3) {
    const _errs20 = errors;
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      if (Object.keys(data).length > 1) {
        const err15 = {
          instancePath,
          schemaPath: '#/allOf/2/then/maxProperties',
          keyword: 'maxProperties',
          params: { limit: 1 },
          schema: 1,
          parentSchema: schema109.allOf[2].then,
          data,
        };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
    }
    var _valid3 = _errs20 === errors;
    valid4 = _valid3;
  }
  if (!valid4) {
    const err16 = {
      instancePath,
      schemaPath: '#/allOf/2/if',
      keyword: 'if',
      params: { failingKeyword: 'then' },
      schema: schema109.allOf[2].if,
      parentSchema: schema109.allOf[2],
      data,
    };
    if (vErrors === null) {
      vErrors = [err16];
    } else {
      vErrors.push(err16);
    }
    errors++;
  }
  const _errs22 = errors;
  let valid5 = true;
  const _errs23 = errors;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    let missing3;
    if (data.schema === undefined && (missing3 = 'schema')) {
      const err17 = {};
      if (vErrors === null) {
        vErrors = [err17];
      } else {
        vErrors.push(err17);
      }
      errors++;
    }
  }
  var _valid4 = _errs23 === errors;
  errors = _errs22;
  if (vErrors !== null) {
    if (_errs22) {
      vErrors.length = _errs22;
    } else {
      vErrors = null;
    }
  }
  if (_valid4) {
    const _errs24 = errors;
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      for (const key0 in data) {
        const _errs25 = errors;
        if (!(key0 === 'schema' || key0 === 'at')) {
          const err18 = {
            instancePath,
            schemaPath: '#/allOf/3/then/propertyNames/enum',
            keyword: 'enum',
            params: { allowedValues: schema109.allOf[3].then.propertyNames.enum },
            schema: schema109.allOf[3].then.propertyNames.enum,
            parentSchema: schema109.allOf[3].then.propertyNames,
            data: key0,
            propertyName: key0,
          };
          if (vErrors === null) {
            vErrors = [err18];
          } else {
            vErrors.push(err18);
          }
          errors++;
        }
        var valid6 = _errs25 === errors;
        if (!valid6) {
          const err19 = {
            instancePath,
            schemaPath: '#/allOf/3/then/propertyNames',
            keyword: 'propertyNames',
            params: { propertyName: key0 },
            schema: schema109.allOf[3].then.propertyNames,
            parentSchema: schema109.allOf[3].then,
            data,
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
    var _valid4 = _errs24 === errors;
    valid5 = _valid4;
  }
  if (!valid5) {
    const err20 = {
      instancePath,
      schemaPath: '#/allOf/3/if',
      keyword: 'if',
      params: { failingKeyword: 'then' },
      schema: schema109.allOf[3].if,
      parentSchema: schema109.allOf[3],
      data,
    };
    if (vErrors === null) {
      vErrors = [err20];
    } else {
      vErrors.push(err20);
    }
    errors++;
  }
  const _errs27 = errors;
  let valid7 = true;
  const _errs28 = errors;
  const _errs29 = errors;
  let valid8 = false;
  const _errs30 = errors;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    let missing4;
    if (data.path === undefined && (missing4 = 'path')) {
      const err21 = {};
      if (vErrors === null) {
        vErrors = [err21];
      } else {
        vErrors.push(err21);
      }
      errors++;
    }
  }
  var _valid6 = _errs30 === errors;
  valid8 = valid8 || _valid6;
  if (!valid8) {
    const _errs31 = errors;
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing5;
      if (data.header === undefined && (missing5 = 'header')) {
        const err22 = {};
        if (vErrors === null) {
          vErrors = [err22];
        } else {
          vErrors.push(err22);
        }
        errors++;
      }
    }
    var _valid6 = _errs31 === errors;
    valid8 = valid8 || _valid6;
    if (!valid8) {
      const _errs32 = errors;
      if (data && typeof data == 'object' && !Array.isArray(data)) {
        let missing6;
        if (data.body === undefined && (missing6 = 'body')) {
          const err23 = {};
          if (vErrors === null) {
            vErrors = [err23];
          } else {
            vErrors.push(err23);
          }
          errors++;
        }
      }
      var _valid6 = _errs32 === errors;
      valid8 = valid8 || _valid6;
    }
  }
  if (!valid8) {
    const err24 = {};
    if (vErrors === null) {
      vErrors = [err24];
    } else {
      vErrors.push(err24);
    }
    errors++;
  } else {
    errors = _errs29;
    if (vErrors !== null) {
      if (_errs29) {
        vErrors.length = _errs29;
      } else {
        vErrors = null;
      }
    }
  }
  var _valid5 = _errs28 === errors;
  errors = _errs27;
  if (vErrors !== null) {
    if (_errs27) {
      vErrors.length = _errs27;
    } else {
      vErrors = null;
    }
  }
  if (_valid5) {
    const _errs33 = errors;
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      if (Object.keys(data).length < 2) {
        const err25 = {
          instancePath,
          schemaPath: '#/allOf/4/then/minProperties',
          keyword: 'minProperties',
          params: { limit: 2 },
          schema: 2,
          parentSchema: schema109.allOf[4].then,
          data,
        };
        if (vErrors === null) {
          vErrors = [err25];
        } else {
          vErrors.push(err25);
        }
        errors++;
      }
      if (data.at !== undefined) {
        const err26 = {
          instancePath: instancePath + '/at',
          schemaPath: '#/allOf/4/then/properties/at/false schema',
          keyword: 'false schema',
          params: {},
          schema: false,
          parentSchema: schema109.allOf[4].then.properties.at,
          data: data.at,
        };
        if (vErrors === null) {
          vErrors = [err26];
        } else {
          vErrors.push(err26);
        }
        errors++;
      }
    }
    var _valid5 = _errs33 === errors;
    valid7 = _valid5;
  }
  if (!valid7) {
    const err27 = {
      instancePath,
      schemaPath: '#/allOf/4/if',
      keyword: 'if',
      params: { failingKeyword: 'then' },
      schema: schema109.allOf[4].if,
      parentSchema: schema109.allOf[4],
      data,
    };
    if (vErrors === null) {
      vErrors = [err27];
    } else {
      vErrors.push(err27);
    }
    errors++;
  }
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    for (const key1 in data) {
      if (!func2.call(schema109.properties, key1)) {
        const err28 = {
          instancePath,
          schemaPath: '#/additionalProperties',
          keyword: 'additionalProperties',
          params: { additionalProperty: key1 },
          schema: false,
          parentSchema: schema109,
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
    if (data.status !== undefined) {
      let data1 = data.status;
      const _errs36 = errors;
      let valid11 = true;
      const _errs37 = errors;
      if (!Array.isArray(data1)) {
        const err29 = {};
        if (vErrors === null) {
          vErrors = [err29];
        } else {
          vErrors.push(err29);
        }
        errors++;
      }
      var _valid7 = _errs37 === errors;
      errors = _errs36;
      if (vErrors !== null) {
        if (_errs36) {
          vErrors.length = _errs36;
        } else {
          vErrors = null;
        }
      }
      let ifClause0;
      if (_valid7) {
        const _errs39 = errors;
        if (Array.isArray(data1)) {
          if (data1.length > 50) {
            const err30 = {
              instancePath: instancePath + '/status',
              schemaPath: '#/properties/status/then/maxItems',
              keyword: 'maxItems',
              params: { limit: 50 },
              schema: 50,
              parentSchema: schema109.properties.status.then,
              data: data1,
            };
            if (vErrors === null) {
              vErrors = [err30];
            } else {
              vErrors.push(err30);
            }
            errors++;
          }
          if (data1.length < 1) {
            const err31 = {
              instancePath: instancePath + '/status',
              schemaPath: '#/properties/status/then/minItems',
              keyword: 'minItems',
              params: { limit: 1 },
              schema: 1,
              parentSchema: schema109.properties.status.then,
              data: data1,
            };
            if (vErrors === null) {
              vErrors = [err31];
            } else {
              vErrors.push(err31);
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
              const err32 = {
                instancePath: instancePath + '/status/' + i0,
                schemaPath: 'SuiteFileStatusPattern/type',
                keyword: 'type',
                params: { type: schema110.type },
                schema: schema110.type,
                parentSchema: schema110,
                data: data2,
              };
              if (vErrors === null) {
                vErrors = [err32];
              } else {
                vErrors.push(err32);
              }
              errors++;
            }
            if (typeof data2 == 'number' && isFinite(data2)) {
              if (data2 > 599 || isNaN(data2)) {
                const err33 = {
                  instancePath: instancePath + '/status/' + i0,
                  schemaPath: 'SuiteFileStatusPattern/maximum',
                  keyword: 'maximum',
                  params: { comparison: '<=', limit: 599 },
                  schema: 599,
                  parentSchema: schema110,
                  data: data2,
                };
                if (vErrors === null) {
                  vErrors = [err33];
                } else {
                  vErrors.push(err33);
                }
                errors++;
              }
              if (data2 < 100 || isNaN(data2)) {
                const err34 = {
                  instancePath: instancePath + '/status/' + i0,
                  schemaPath: 'SuiteFileStatusPattern/minimum',
                  keyword: 'minimum',
                  params: { comparison: '>=', limit: 100 },
                  schema: 100,
                  parentSchema: schema110,
                  data: data2,
                };
                if (vErrors === null) {
                  vErrors = [err34];
                } else {
                  vErrors.push(err34);
                }
                errors++;
              }
            }
            if (typeof data2 === 'string') {
              if (!pattern52.test(data2)) {
                const err35 = {
                  instancePath: instancePath + '/status/' + i0,
                  schemaPath: 'SuiteFileStatusPattern/pattern',
                  keyword: 'pattern',
                  params: { pattern: '^([1-5]([0-9]{2}|[xX]{2})|\\{\\{.*\\}\\})$' },
                  schema: '^([1-5]([0-9]{2}|[xX]{2})|\\{\\{.*\\}\\})$',
                  parentSchema: schema110,
                  data: data2,
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
        }
        var _valid7 = _errs39 === errors;
        valid11 = _valid7;
        ifClause0 = 'then';
      } else {
        const _errs43 = errors;
        if (
          !(typeof data1 == 'number' && !(data1 % 1) && !isNaN(data1) && isFinite(data1)) &&
          typeof data1 !== 'string'
        ) {
          const err36 = {
            instancePath: instancePath + '/status',
            schemaPath: 'SuiteFileStatusPattern/type',
            keyword: 'type',
            params: { type: schema110.type },
            schema: schema110.type,
            parentSchema: schema110,
            data: data1,
          };
          if (vErrors === null) {
            vErrors = [err36];
          } else {
            vErrors.push(err36);
          }
          errors++;
        }
        if (typeof data1 == 'number' && isFinite(data1)) {
          if (data1 > 599 || isNaN(data1)) {
            const err37 = {
              instancePath: instancePath + '/status',
              schemaPath: 'SuiteFileStatusPattern/maximum',
              keyword: 'maximum',
              params: { comparison: '<=', limit: 599 },
              schema: 599,
              parentSchema: schema110,
              data: data1,
            };
            if (vErrors === null) {
              vErrors = [err37];
            } else {
              vErrors.push(err37);
            }
            errors++;
          }
          if (data1 < 100 || isNaN(data1)) {
            const err38 = {
              instancePath: instancePath + '/status',
              schemaPath: 'SuiteFileStatusPattern/minimum',
              keyword: 'minimum',
              params: { comparison: '>=', limit: 100 },
              schema: 100,
              parentSchema: schema110,
              data: data1,
            };
            if (vErrors === null) {
              vErrors = [err38];
            } else {
              vErrors.push(err38);
            }
            errors++;
          }
        }
        if (typeof data1 === 'string') {
          if (!pattern52.test(data1)) {
            const err39 = {
              instancePath: instancePath + '/status',
              schemaPath: 'SuiteFileStatusPattern/pattern',
              keyword: 'pattern',
              params: { pattern: '^([1-5]([0-9]{2}|[xX]{2})|\\{\\{.*\\}\\})$' },
              schema: '^([1-5]([0-9]{2}|[xX]{2})|\\{\\{.*\\}\\})$',
              parentSchema: schema110,
              data: data1,
            };
            if (vErrors === null) {
              vErrors = [err39];
            } else {
              vErrors.push(err39);
            }
            errors++;
          }
        }
        var _valid7 = _errs43 === errors;
        valid11 = _valid7;
        ifClause0 = 'else';
      }
      if (!valid11) {
        const err40 = {
          instancePath: instancePath + '/status',
          schemaPath: '#/properties/status/if',
          keyword: 'if',
          params: { failingKeyword: ifClause0 },
          schema: schema109.properties.status.if,
          parentSchema: schema109.properties.status,
          data: data1,
        };
        if (vErrors === null) {
          vErrors = [err40];
        } else {
          vErrors.push(err40);
        }
        errors++;
      }
    }
    if (data.path !== undefined) {
      let data3 = data.path;
      if (typeof data3 === 'string') {
        if (func3(data3) > 1000) {
          const err41 = {
            instancePath: instancePath + '/path',
            schemaPath: 'SuiteFileJsonPath/maxLength',
            keyword: 'maxLength',
            params: { limit: 1000 },
            schema: 1000,
            parentSchema: schema112,
            data: data3,
          };
          if (vErrors === null) {
            vErrors = [err41];
          } else {
            vErrors.push(err41);
          }
          errors++;
        }
        if (func3(data3) < 1) {
          const err42 = {
            instancePath: instancePath + '/path',
            schemaPath: 'SuiteFileJsonPath/minLength',
            keyword: 'minLength',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema112,
            data: data3,
          };
          if (vErrors === null) {
            vErrors = [err42];
          } else {
            vErrors.push(err42);
          }
          errors++;
        }
        if (!pattern54.test(data3)) {
          const err43 = {
            instancePath: instancePath + '/path',
            schemaPath: 'SuiteFileJsonPath/pattern',
            keyword: 'pattern',
            params: { pattern: '^\\$' },
            schema: '^\\$',
            parentSchema: schema112,
            data: data3,
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
          instancePath: instancePath + '/path',
          schemaPath: 'SuiteFileJsonPath/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema112.type,
          parentSchema: schema112,
          data: data3,
        };
        if (vErrors === null) {
          vErrors = [err44];
        } else {
          vErrors.push(err44);
        }
        errors++;
      }
    }
    if (data.header !== undefined) {
      let data4 = data.header;
      if (typeof data4 === 'string') {
        if (!pattern41.test(data4)) {
          const err45 = {
            instancePath: instancePath + '/header',
            schemaPath: '#/properties/header/pattern',
            keyword: 'pattern',
            params: { pattern: "^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}$" },
            schema: "^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}$",
            parentSchema: schema109.properties.header,
            data: data4,
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
          instancePath: instancePath + '/header',
          schemaPath: '#/properties/header/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema109.properties.header.type,
          parentSchema: schema109.properties.header,
          data: data4,
        };
        if (vErrors === null) {
          vErrors = [err46];
        } else {
          vErrors.push(err46);
        }
        errors++;
      }
    }
    if (data.body !== undefined) {
      let data5 = data.body;
      if ('text' !== data5) {
        const err47 = {
          instancePath: instancePath + '/body',
          schemaPath: '#/properties/body/const',
          keyword: 'const',
          params: { allowedValue: 'text' },
          schema: 'text',
          parentSchema: schema109.properties.body,
          data: data5,
        };
        if (vErrors === null) {
          vErrors = [err47];
        } else {
          vErrors.push(err47);
        }
        errors++;
      }
    }
    if (data.schema !== undefined) {
      let data6 = data.schema;
      if (!(data6 && typeof data6 == 'object' && !Array.isArray(data6))) {
        const err48 = {
          instancePath: instancePath + '/schema',
          schemaPath: '#/properties/schema/type',
          keyword: 'type',
          params: { type: schema109.properties.schema.type },
          schema: schema109.properties.schema.type,
          parentSchema: schema109.properties.schema,
          data: data6,
        };
        if (vErrors === null) {
          vErrors = [err48];
        } else {
          vErrors.push(err48);
        }
        errors++;
      }
    }
    if (data.at !== undefined) {
      let data7 = data.at;
      if (typeof data7 === 'string') {
        if (func3(data7) > 1000) {
          const err49 = {
            instancePath: instancePath + '/at',
            schemaPath: 'SuiteFileJsonPath/maxLength',
            keyword: 'maxLength',
            params: { limit: 1000 },
            schema: 1000,
            parentSchema: schema112,
            data: data7,
          };
          if (vErrors === null) {
            vErrors = [err49];
          } else {
            vErrors.push(err49);
          }
          errors++;
        }
        if (func3(data7) < 1) {
          const err50 = {
            instancePath: instancePath + '/at',
            schemaPath: 'SuiteFileJsonPath/minLength',
            keyword: 'minLength',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema112,
            data: data7,
          };
          if (vErrors === null) {
            vErrors = [err50];
          } else {
            vErrors.push(err50);
          }
          errors++;
        }
        if (!pattern54.test(data7)) {
          const err51 = {
            instancePath: instancePath + '/at',
            schemaPath: 'SuiteFileJsonPath/pattern',
            keyword: 'pattern',
            params: { pattern: '^\\$' },
            schema: '^\\$',
            parentSchema: schema112,
            data: data7,
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
          instancePath: instancePath + '/at',
          schemaPath: 'SuiteFileJsonPath/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema112.type,
          parentSchema: schema112,
          data: data7,
        };
        if (vErrors === null) {
          vErrors = [err52];
        } else {
          vErrors.push(err52);
        }
        errors++;
      }
    }
    if (data.timeMs !== undefined) {
      if (
        !validate57(data.timeMs, {
          instancePath: instancePath + '/timeMs',
          parentData: data,
          parentDataProperty: 'timeMs',
          rootData,
        })
      ) {
        vErrors = joinErrors(vErrors, validate57.errors);
        errors = vErrors.length;
      }
    }
    if (data.bodyBytes !== undefined) {
      if (
        !validate57(data.bodyBytes, {
          instancePath: instancePath + '/bodyBytes',
          parentData: data,
          parentDataProperty: 'bodyBytes',
          rootData,
        })
      ) {
        vErrors = joinErrors(vErrors, validate57.errors);
        errors = vErrors.length;
      }
    }
    if (data.matches !== undefined) {
      let data13 = data.matches;
      if (typeof data13 === 'string') {
        if (func3(data13) > 1000) {
          const err53 = {
            instancePath: instancePath + '/matches',
            schemaPath: 'SuiteFileRegex/maxLength',
            keyword: 'maxLength',
            params: { limit: 1000 },
            schema: 1000,
            parentSchema: schema118,
            data: data13,
          };
          if (vErrors === null) {
            vErrors = [err53];
          } else {
            vErrors.push(err53);
          }
          errors++;
        }
        if (func3(data13) < 1) {
          const err54 = {
            instancePath: instancePath + '/matches',
            schemaPath: 'SuiteFileRegex/minLength',
            keyword: 'minLength',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema118,
            data: data13,
          };
          if (vErrors === null) {
            vErrors = [err54];
          } else {
            vErrors.push(err54);
          }
          errors++;
        }
      } else {
        const err55 = {
          instancePath: instancePath + '/matches',
          schemaPath: 'SuiteFileRegex/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema118.type,
          parentSchema: schema118,
          data: data13,
        };
        if (vErrors === null) {
          vErrors = [err55];
        } else {
          vErrors.push(err55);
        }
        errors++;
      }
    }
    if (data.in !== undefined) {
      let data14 = data.in;
      if (Array.isArray(data14)) {
        if (data14.length > 1000) {
          const err56 = {
            instancePath: instancePath + '/in',
            schemaPath: 'SuiteFileIn/maxItems',
            keyword: 'maxItems',
            params: { limit: 1000 },
            schema: 1000,
            parentSchema: schema119,
            data: data14,
          };
          if (vErrors === null) {
            vErrors = [err56];
          } else {
            vErrors.push(err56);
          }
          errors++;
        }
        if (data14.length < 1) {
          const err57 = {
            instancePath: instancePath + '/in',
            schemaPath: 'SuiteFileIn/minItems',
            keyword: 'minItems',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema119,
            data: data14,
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
          instancePath: instancePath + '/in',
          schemaPath: 'SuiteFileIn/type',
          keyword: 'type',
          params: { type: 'array' },
          schema: schema119.type,
          parentSchema: schema119,
          data: data14,
        };
        if (vErrors === null) {
          vErrors = [err58];
        } else {
          vErrors.push(err58);
        }
        errors++;
      }
    }
    if (data.exists !== undefined) {
      let data15 = data.exists;
      if (typeof data15 !== 'boolean') {
        const err59 = {
          instancePath: instancePath + '/exists',
          schemaPath: 'SuiteFileExists/type',
          keyword: 'type',
          params: { type: 'boolean' },
          schema: schema120.type,
          parentSchema: schema120,
          data: data15,
        };
        if (vErrors === null) {
          vErrors = [err59];
        } else {
          vErrors.push(err59);
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
        const err60 = {
          instancePath: instancePath + '/type',
          schemaPath: 'SuiteFileType/enum',
          keyword: 'enum',
          params: { allowedValues: schema121.enum },
          schema: schema121.enum,
          parentSchema: schema121,
          data: data16,
        };
        if (vErrors === null) {
          vErrors = [err60];
        } else {
          vErrors.push(err60);
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
        const err61 = {
          instancePath: instancePath + '/length',
          schemaPath: 'SuiteFileLength/type',
          keyword: 'type',
          params: { type: schema122.type },
          schema: schema122.type,
          parentSchema: schema122,
          data: data17,
        };
        if (vErrors === null) {
          vErrors = [err61];
        } else {
          vErrors.push(err61);
        }
        errors++;
      }
      if (typeof data17 == 'number' && isFinite(data17)) {
        if (data17 < 0 || isNaN(data17)) {
          const err62 = {
            instancePath: instancePath + '/length',
            schemaPath: 'SuiteFileLength/minimum',
            keyword: 'minimum',
            params: { comparison: '>=', limit: 0 },
            schema: 0,
            parentSchema: schema122,
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
      if (typeof data17 === 'string') {
        if (!pattern57.test(data17)) {
          const err63 = {
            instancePath: instancePath + '/length',
            schemaPath: 'SuiteFileLength/pattern',
            keyword: 'pattern',
            params: { pattern: '^\\{\\{.*\\}\\}$' },
            schema: '^\\{\\{.*\\}\\}$',
            parentSchema: schema122,
            data: data17,
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
    if (data['<'] !== undefined) {
      let data18 = data['<'];
      if (!(typeof data18 == 'number' && isFinite(data18)) && typeof data18 !== 'string') {
        const err64 = {
          instancePath: instancePath + '/<',
          schemaPath: 'SuiteFileBound/type',
          keyword: 'type',
          params: { type: schema123.type },
          schema: schema123.type,
          parentSchema: schema123,
          data: data18,
        };
        if (vErrors === null) {
          vErrors = [err64];
        } else {
          vErrors.push(err64);
        }
        errors++;
      }
    }
    if (data['<='] !== undefined) {
      let data19 = data['<='];
      if (!(typeof data19 == 'number' && isFinite(data19)) && typeof data19 !== 'string') {
        const err65 = {
          instancePath: instancePath + '/<=',
          schemaPath: 'SuiteFileBound/type',
          keyword: 'type',
          params: { type: schema123.type },
          schema: schema123.type,
          parentSchema: schema123,
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
    if (data['>'] !== undefined) {
      let data20 = data['>'];
      if (!(typeof data20 == 'number' && isFinite(data20)) && typeof data20 !== 'string') {
        const err66 = {
          instancePath: instancePath + '/>',
          schemaPath: 'SuiteFileBound/type',
          keyword: 'type',
          params: { type: schema123.type },
          schema: schema123.type,
          parentSchema: schema123,
          data: data20,
        };
        if (vErrors === null) {
          vErrors = [err66];
        } else {
          vErrors.push(err66);
        }
        errors++;
      }
    }
    if (data['>='] !== undefined) {
      let data21 = data['>='];
      if (!(typeof data21 == 'number' && isFinite(data21)) && typeof data21 !== 'string') {
        const err67 = {
          instancePath: instancePath + '/>=',
          schemaPath: 'SuiteFileBound/type',
          keyword: 'type',
          params: { type: schema123.type },
          schema: schema123.type,
          parentSchema: schema123,
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
  } else {
    const err68 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      schema: schema109.type,
      parentSchema: schema109,
      data,
    };
    if (vErrors === null) {
      vErrors = [err68];
    } else {
      vErrors.push(err68);
    }
    errors++;
  }
  validate56.errors = vErrors;
  return errors === 0;
}

const schema140 = {
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

function validate61(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
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
        schema: schema140.oneOf[0].required,
        parentSchema: schema140.oneOf[0],
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
        schema: schema140.oneOf[1].required,
        parentSchema: schema140.oneOf[1],
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
          schema: schema140.oneOf[2].required,
          parentSchema: schema140.oneOf[2],
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
            schema: schema140.oneOf[3].required,
            parentSchema: schema140.oneOf[3],
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
      schema: schema140.oneOf,
      parentSchema: schema140,
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
          parentSchema: schema140,
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
            parentSchema: schema112,
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
            parentSchema: schema112,
            data: data0,
          };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
        if (!pattern54.test(data0)) {
          const err8 = {
            instancePath: instancePath + '/path',
            schemaPath: 'SuiteFileJsonPath/pattern',
            keyword: 'pattern',
            params: { pattern: '^\\$' },
            schema: '^\\$',
            parentSchema: schema112,
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
          schema: schema112.type,
          parentSchema: schema112,
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
        if (!pattern41.test(data1)) {
          const err10 = {
            instancePath: instancePath + '/header',
            schemaPath: '#/properties/header/pattern',
            keyword: 'pattern',
            params: { pattern: "^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}$" },
            schema: "^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}$",
            parentSchema: schema140.properties.header,
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
          schema: schema140.properties.header.type,
          parentSchema: schema140.properties.header,
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
          parentSchema: schema140.properties.status,
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
            parentSchema: schema118,
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
            parentSchema: schema118,
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
          schema: schema118.type,
          parentSchema: schema118,
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
          params: { type: schema140.properties.from.type },
          schema: schema140.properties.from.type,
          parentSchema: schema140.properties.from,
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
              schema: schema140.properties.from.then.required,
              parentSchema: schema140.properties.from.then,
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
                parentSchema: schema140.properties.from.then,
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
              if (!pattern41.test(data5)) {
                const err20 = {
                  instancePath: instancePath + '/from/header',
                  schemaPath: '#/properties/from/then/properties/header/pattern',
                  keyword: 'pattern',
                  params: { pattern: "^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}$" },
                  schema: "^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}$",
                  parentSchema: schema140.properties.from.then.properties.header,
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
                schema: schema140.properties.from.then.properties.header.type,
                parentSchema: schema140.properties.from.then.properties.header,
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
            parentSchema: schema140.properties.from.else,
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
          schema: schema140.properties.from.if,
          parentSchema: schema140.properties.from,
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
          schema: schema140.properties.group.type,
          parentSchema: schema140.properties.group,
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
            parentSchema: schema140.properties.group,
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
            parentSchema: schema140.properties.group,
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
          schema: schema140.dependentRequired,
          parentSchema: schema140,
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
          schema: schema140.dependentRequired,
          parentSchema: schema140,
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
      schema: schema140.type,
      parentSchema: schema140,
      data,
    };
    if (vErrors === null) {
      vErrors = [err29];
    } else {
      vErrors.push(err29);
    }
    errors++;
  }
  validate61.errors = vErrors;
  return errors === 0;
}

function validate51(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="SuiteFileCase" */ let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.id === undefined) {
      const err0 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'id' },
        schema: schema92.required,
        parentSchema: schema92,
        data,
      };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.request === undefined) {
      const err1 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'request' },
        schema: schema92.required,
        parentSchema: schema92,
        data,
      };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.checks === undefined) {
      const err2 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'checks' },
        schema: schema92.required,
        parentSchema: schema92,
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
      if (!func2.call(schema92.properties, key0)) {
        const err3 = {
          instancePath,
          schemaPath: '#/additionalProperties',
          keyword: 'additionalProperties',
          params: { additionalProperty: key0 },
          schema: false,
          parentSchema: schema92,
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
    if (data.id !== undefined) {
      let data0 = data.id;
      if (typeof data0 === 'string') {
        if (!pattern1.test(data0)) {
          const err4 = {
            instancePath: instancePath + '/id',
            schemaPath: 'SuiteFileId/pattern',
            keyword: 'pattern',
            params: { pattern: '^[a-z0-9][a-z0-9-]{0,62}$' },
            schema: '^[a-z0-9][a-z0-9-]{0,62}$',
            parentSchema: schema79,
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
          instancePath: instancePath + '/id',
          schemaPath: 'SuiteFileId/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema79.type,
          parentSchema: schema79,
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
    if (data.name !== undefined) {
      let data1 = data.name;
      if (typeof data1 === 'string') {
        if (func3(data1) > 300) {
          const err6 = {
            instancePath: instancePath + '/name',
            schemaPath: 'SuiteFileLine/maxLength',
            keyword: 'maxLength',
            params: { limit: 300 },
            schema: 300,
            parentSchema: schema81,
            data: data1,
          };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
        if (func3(data1) < 1) {
          const err7 = {
            instancePath: instancePath + '/name',
            schemaPath: 'SuiteFileLine/minLength',
            keyword: 'minLength',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema81,
            data: data1,
          };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
        if (!pattern36.test(data1)) {
          const err8 = {
            instancePath: instancePath + '/name',
            schemaPath: 'SuiteFileLine/pattern',
            keyword: 'pattern',
            params: { pattern: '^[^\\r\\n]*$' },
            schema: '^[^\\r\\n]*$',
            parentSchema: schema81,
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
          instancePath: instancePath + '/name',
          schemaPath: 'SuiteFileLine/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema81.type,
          parentSchema: schema81,
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
    if (data.tags !== undefined) {
      let data2 = data.tags;
      if (Array.isArray(data2)) {
        if (data2.length > 50) {
          const err10 = {
            instancePath: instancePath + '/tags',
            schemaPath: 'SuiteFileTags/maxItems',
            keyword: 'maxItems',
            params: { limit: 50 },
            schema: 50,
            parentSchema: schema82,
            data: data2,
          };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
        const len0 = data2.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data3 = data2[i0];
          if (typeof data3 === 'string') {
            if (!pattern21.test(data3)) {
              const err11 = {
                instancePath: instancePath + '/tags/' + i0,
                schemaPath: 'SuiteFileTags/items/pattern',
                keyword: 'pattern',
                params: { pattern: '^[A-Za-z0-9][A-Za-z0-9_.:/-]{0,99}$' },
                schema: '^[A-Za-z0-9][A-Za-z0-9_.:/-]{0,99}$',
                parentSchema: schema82.items,
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
              instancePath: instancePath + '/tags/' + i0,
              schemaPath: 'SuiteFileTags/items/type',
              keyword: 'type',
              params: { type: 'string' },
              schema: schema82.items.type,
              parentSchema: schema82.items,
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
        let i1 = data2.length;
        let j0;
        if (i1 > 1) {
          const indices0 = {};
          for (; i1--;) {
            let item0 = data2[i1];
            if (typeof item0 !== 'string') {
              continue;
            }
            if (typeof indices0[item0] == 'number') {
              j0 = indices0[item0];
              const err13 = {
                instancePath: instancePath + '/tags',
                schemaPath: 'SuiteFileTags/uniqueItems',
                keyword: 'uniqueItems',
                params: { i: i1, j: j0 },
                schema: true,
                parentSchema: schema82,
                data: data2,
              };
              if (vErrors === null) {
                vErrors = [err13];
              } else {
                vErrors.push(err13);
              }
              errors++;
              break;
            }
            indices0[item0] = i1;
          }
        }
      } else {
        const err14 = {
          instancePath: instancePath + '/tags',
          schemaPath: 'SuiteFileTags/type',
          keyword: 'type',
          params: { type: 'array' },
          schema: schema82.type,
          parentSchema: schema82,
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
    if (data.risk !== undefined) {
      let data4 = data.risk;
      if (!(data4 === 'low' || data4 === 'medium' || data4 === 'high' || data4 === 'critical')) {
        const err15 = {
          instancePath: instancePath + '/risk',
          schemaPath: 'SuiteFileRisk/enum',
          keyword: 'enum',
          params: { allowedValues: schema83.enum },
          schema: schema83.enum,
          parentSchema: schema83,
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
    if (data.owner !== undefined) {
      let data5 = data.owner;
      if (typeof data5 === 'string') {
        if (func3(data5) > 300) {
          const err16 = {
            instancePath: instancePath + '/owner',
            schemaPath: 'SuiteFileLine/maxLength',
            keyword: 'maxLength',
            params: { limit: 300 },
            schema: 300,
            parentSchema: schema81,
            data: data5,
          };
          if (vErrors === null) {
            vErrors = [err16];
          } else {
            vErrors.push(err16);
          }
          errors++;
        }
        if (func3(data5) < 1) {
          const err17 = {
            instancePath: instancePath + '/owner',
            schemaPath: 'SuiteFileLine/minLength',
            keyword: 'minLength',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema81,
            data: data5,
          };
          if (vErrors === null) {
            vErrors = [err17];
          } else {
            vErrors.push(err17);
          }
          errors++;
        }
        if (!pattern36.test(data5)) {
          const err18 = {
            instancePath: instancePath + '/owner',
            schemaPath: 'SuiteFileLine/pattern',
            keyword: 'pattern',
            params: { pattern: '^[^\\r\\n]*$' },
            schema: '^[^\\r\\n]*$',
            parentSchema: schema81,
            data: data5,
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
          instancePath: instancePath + '/owner',
          schemaPath: 'SuiteFileLine/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema81.type,
          parentSchema: schema81,
          data: data5,
        };
        if (vErrors === null) {
          vErrors = [err19];
        } else {
          vErrors.push(err19);
        }
        errors++;
      }
    }
    if (data.advisory !== undefined) {
      let data6 = data.advisory;
      if (typeof data6 !== 'boolean') {
        const err20 = {
          instancePath: instancePath + '/advisory',
          schemaPath: '#/properties/advisory/type',
          keyword: 'type',
          params: { type: 'boolean' },
          schema: schema92.properties.advisory.type,
          parentSchema: schema92.properties.advisory,
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
    if (data.reruns !== undefined) {
      let data7 = data.reruns;
      if (!(typeof data7 == 'number' && !(data7 % 1) && !isNaN(data7) && isFinite(data7))) {
        const err21 = {
          instancePath: instancePath + '/reruns',
          schemaPath: 'SuiteFileReruns/type',
          keyword: 'type',
          params: { type: 'integer' },
          schema: schema89.type,
          parentSchema: schema89,
          data: data7,
        };
        if (vErrors === null) {
          vErrors = [err21];
        } else {
          vErrors.push(err21);
        }
        errors++;
      }
      if (typeof data7 == 'number' && isFinite(data7)) {
        if (data7 > 3 || isNaN(data7)) {
          const err22 = {
            instancePath: instancePath + '/reruns',
            schemaPath: 'SuiteFileReruns/maximum',
            keyword: 'maximum',
            params: { comparison: '<=', limit: 3 },
            schema: 3,
            parentSchema: schema89,
            data: data7,
          };
          if (vErrors === null) {
            vErrors = [err22];
          } else {
            vErrors.push(err22);
          }
          errors++;
        }
        if (data7 < 0 || isNaN(data7)) {
          const err23 = {
            instancePath: instancePath + '/reruns',
            schemaPath: 'SuiteFileReruns/minimum',
            keyword: 'minimum',
            params: { comparison: '>=', limit: 0 },
            schema: 0,
            parentSchema: schema89,
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
    }
    if (data.rerunDelayMs !== undefined) {
      let data8 = data.rerunDelayMs;
      if (!(typeof data8 == 'number' && !(data8 % 1) && !isNaN(data8) && isFinite(data8))) {
        const err24 = {
          instancePath: instancePath + '/rerunDelayMs',
          schemaPath: 'SuiteFileRerunDelayMs/type',
          keyword: 'type',
          params: { type: 'integer' },
          schema: schema90.type,
          parentSchema: schema90,
          data: data8,
        };
        if (vErrors === null) {
          vErrors = [err24];
        } else {
          vErrors.push(err24);
        }
        errors++;
      }
      if (typeof data8 == 'number' && isFinite(data8)) {
        if (data8 > 60000 || isNaN(data8)) {
          const err25 = {
            instancePath: instancePath + '/rerunDelayMs',
            schemaPath: 'SuiteFileRerunDelayMs/maximum',
            keyword: 'maximum',
            params: { comparison: '<=', limit: 60000 },
            schema: 60000,
            parentSchema: schema90,
            data: data8,
          };
          if (vErrors === null) {
            vErrors = [err25];
          } else {
            vErrors.push(err25);
          }
          errors++;
        }
        if (data8 < 0 || isNaN(data8)) {
          const err26 = {
            instancePath: instancePath + '/rerunDelayMs',
            schemaPath: 'SuiteFileRerunDelayMs/minimum',
            keyword: 'minimum',
            params: { comparison: '>=', limit: 0 },
            schema: 0,
            parentSchema: schema90,
            data: data8,
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
    if (data.token !== undefined) {
      let data9 = data.token;
      if (typeof data9 !== 'boolean') {
        const err27 = {
          instancePath: instancePath + '/token',
          schemaPath: '#/properties/token/type',
          keyword: 'type',
          params: { type: 'boolean' },
          schema: schema92.properties.token.type,
          parentSchema: schema92.properties.token,
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
    if (data.dependsOn !== undefined) {
      let data10 = data.dependsOn;
      if (Array.isArray(data10)) {
        if (data10.length > 100) {
          const err28 = {
            instancePath: instancePath + '/dependsOn',
            schemaPath: '#/properties/dependsOn/maxItems',
            keyword: 'maxItems',
            params: { limit: 100 },
            schema: 100,
            parentSchema: schema92.properties.dependsOn,
            data: data10,
          };
          if (vErrors === null) {
            vErrors = [err28];
          } else {
            vErrors.push(err28);
          }
          errors++;
        }
        const len1 = data10.length;
        for (let i2 = 0; i2 < len1; i2++) {
          if (
            !validate52(data10[i2], {
              instancePath: instancePath + '/dependsOn/' + i2,
              parentData: data10,
              parentDataProperty: i2,
              rootData,
            })
          ) {
            vErrors = joinErrors(vErrors, validate52.errors);
            errors = vErrors.length;
          }
        }
        let i3 = data10.length;
        let j1;
        if (i3 > 1) {
          outer0: for (; i3--;) {
            for (j1 = i3; j1--;) {
              if (func0(data10[i3], data10[j1])) {
                const err29 = {
                  instancePath: instancePath + '/dependsOn',
                  schemaPath: '#/properties/dependsOn/uniqueItems',
                  keyword: 'uniqueItems',
                  params: { i: i3, j: j1 },
                  schema: true,
                  parentSchema: schema92.properties.dependsOn,
                  data: data10,
                };
                if (vErrors === null) {
                  vErrors = [err29];
                } else {
                  vErrors.push(err29);
                }
                errors++;
                break outer0;
              }
            }
          }
        }
      } else {
        const err30 = {
          instancePath: instancePath + '/dependsOn',
          schemaPath: '#/properties/dependsOn/type',
          keyword: 'type',
          params: { type: 'array' },
          schema: schema92.properties.dependsOn.type,
          parentSchema: schema92.properties.dependsOn,
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
    if (data.request !== undefined) {
      if (
        !validate54(data.request, {
          instancePath: instancePath + '/request',
          parentData: data,
          parentDataProperty: 'request',
          rootData,
        })
      ) {
        vErrors = joinErrors(vErrors, validate54.errors);
        errors = vErrors.length;
      }
    }
    if (data.checks !== undefined) {
      let data13 = data.checks;
      if (Array.isArray(data13)) {
        if (data13.length > 200) {
          const err31 = {
            instancePath: instancePath + '/checks',
            schemaPath: '#/properties/checks/maxItems',
            keyword: 'maxItems',
            params: { limit: 200 },
            schema: 200,
            parentSchema: schema92.properties.checks,
            data: data13,
          };
          if (vErrors === null) {
            vErrors = [err31];
          } else {
            vErrors.push(err31);
          }
          errors++;
        }
        if (data13.length < 1) {
          const err32 = {
            instancePath: instancePath + '/checks',
            schemaPath: '#/properties/checks/minItems',
            keyword: 'minItems',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema92.properties.checks,
            data: data13,
          };
          if (vErrors === null) {
            vErrors = [err32];
          } else {
            vErrors.push(err32);
          }
          errors++;
        }
        const len2 = data13.length;
        for (let i4 = 0; i4 < len2; i4++) {
          if (
            !validate56(data13[i4], {
              instancePath: instancePath + '/checks/' + i4,
              parentData: data13,
              parentDataProperty: i4,
              rootData,
            })
          ) {
            vErrors = joinErrors(vErrors, validate56.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err33 = {
          instancePath: instancePath + '/checks',
          schemaPath: '#/properties/checks/type',
          keyword: 'type',
          params: { type: 'array' },
          schema: schema92.properties.checks.type,
          parentSchema: schema92.properties.checks,
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
    if (data.captures !== undefined) {
      let data15 = data.captures;
      if (data15 && typeof data15 == 'object' && !Array.isArray(data15)) {
        if (Object.keys(data15).length > 100) {
          const err34 = {
            instancePath: instancePath + '/captures',
            schemaPath: '#/properties/captures/maxProperties',
            keyword: 'maxProperties',
            params: { limit: 100 },
            schema: 100,
            parentSchema: schema92.properties.captures,
            data: data15,
          };
          if (vErrors === null) {
            vErrors = [err34];
          } else {
            vErrors.push(err34);
          }
          errors++;
        }
        for (const key1 in data15) {
          const _errs37 = errors;
          if (typeof key1 === 'string') {
            if (!pattern39.test(key1)) {
              const err35 = {
                instancePath: instancePath + '/captures',
                schemaPath: 'SuiteFileVariableName/pattern',
                keyword: 'pattern',
                params: { pattern: '^(?!run$)[A-Za-z_][A-Za-z0-9_]{0,99}$' },
                schema: '^(?!run$)[A-Za-z_][A-Za-z0-9_]{0,99}$',
                parentSchema: schema85,
                data: key1,
                propertyName: key1,
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
              instancePath: instancePath + '/captures',
              schemaPath: 'SuiteFileVariableName/type',
              keyword: 'type',
              params: { type: 'string' },
              schema: schema85.type,
              parentSchema: schema85,
              data: key1,
              propertyName: key1,
            };
            if (vErrors === null) {
              vErrors = [err36];
            } else {
              vErrors.push(err36);
            }
            errors++;
          }
          var valid16 = _errs37 === errors;
          if (!valid16) {
            const err37 = {
              instancePath: instancePath + '/captures',
              schemaPath: '#/properties/captures/propertyNames',
              keyword: 'propertyNames',
              params: { propertyName: key1 },
              schema: schema92.properties.captures.propertyNames,
              parentSchema: schema92.properties.captures,
              data: data15,
            };
            if (vErrors === null) {
              vErrors = [err37];
            } else {
              vErrors.push(err37);
            }
            errors++;
          }
        }
        for (const key2 in data15) {
          if (
            !validate61(data15[key2], {
              instancePath: instancePath + '/captures/' + key2.replace(/~/g, '~0').replace(/\//g, '~1'),
              parentData: data15,
              parentDataProperty: key2,
              rootData,
            })
          ) {
            vErrors = joinErrors(vErrors, validate61.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err38 = {
          instancePath: instancePath + '/captures',
          schemaPath: '#/properties/captures/type',
          keyword: 'type',
          params: { type: 'object' },
          schema: schema92.properties.captures.type,
          parentSchema: schema92.properties.captures,
          data: data15,
        };
        if (vErrors === null) {
          vErrors = [err38];
        } else {
          vErrors.push(err38);
        }
        errors++;
      }
    }
    if (data.timeoutMs !== undefined) {
      let data17 = data.timeoutMs;
      if (!(typeof data17 == 'number' && !(data17 % 1) && !isNaN(data17) && isFinite(data17))) {
        const err39 = {
          instancePath: instancePath + '/timeoutMs',
          schemaPath: 'SuiteFileTimeoutMs/type',
          keyword: 'type',
          params: { type: 'integer' },
          schema: schema88.type,
          parentSchema: schema88,
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
            instancePath: instancePath + '/timeoutMs',
            schemaPath: 'SuiteFileTimeoutMs/maximum',
            keyword: 'maximum',
            params: { comparison: '<=', limit: 300000 },
            schema: 300000,
            parentSchema: schema88,
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
            instancePath: instancePath + '/timeoutMs',
            schemaPath: 'SuiteFileTimeoutMs/minimum',
            keyword: 'minimum',
            params: { comparison: '>=', limit: 1 },
            schema: 1,
            parentSchema: schema88,
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
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      schema: schema92.type,
      parentSchema: schema92,
      data,
    };
    if (vErrors === null) {
      vErrors = [err42];
    } else {
      vErrors.push(err42);
    }
    errors++;
  }
  validate51.errors = vErrors;
  return errors === 0;
}

function validate50(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="SuiteDefinition" */ let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.suite === undefined) {
      const err0 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'suite' },
        schema: schema78.required,
        parentSchema: schema78,
        data,
      };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.service === undefined) {
      const err1 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'service' },
        schema: schema78.required,
        parentSchema: schema78,
        data,
      };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.cases === undefined) {
      const err2 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'cases' },
        schema: schema78.required,
        parentSchema: schema78,
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
      if (!func2.call(schema78.properties, key0)) {
        const err3 = {
          instancePath,
          schemaPath: '#/additionalProperties',
          keyword: 'additionalProperties',
          params: { additionalProperty: key0 },
          schema: false,
          parentSchema: schema78,
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
    if (data.$schema !== undefined) {
      let data0 = data.$schema;
      if (typeof data0 !== 'string') {
        const err4 = {
          instancePath: instancePath + '/$schema',
          schemaPath: '#/properties/%24schema/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema78.properties.$schema.type,
          parentSchema: schema78.properties.$schema,
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
    if (data.suite !== undefined) {
      let data1 = data.suite;
      if (typeof data1 === 'string') {
        if (!pattern1.test(data1)) {
          const err5 = {
            instancePath: instancePath + '/suite',
            schemaPath: 'SuiteFileId/pattern',
            keyword: 'pattern',
            params: { pattern: '^[a-z0-9][a-z0-9-]{0,62}$' },
            schema: '^[a-z0-9][a-z0-9-]{0,62}$',
            parentSchema: schema79,
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
          instancePath: instancePath + '/suite',
          schemaPath: 'SuiteFileId/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema79.type,
          parentSchema: schema79,
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
    if (data.service !== undefined) {
      let data2 = data.service;
      if (typeof data2 === 'string') {
        if (!pattern1.test(data2)) {
          const err7 = {
            instancePath: instancePath + '/service',
            schemaPath: 'SuiteFileId/pattern',
            keyword: 'pattern',
            params: { pattern: '^[a-z0-9][a-z0-9-]{0,62}$' },
            schema: '^[a-z0-9][a-z0-9-]{0,62}$',
            parentSchema: schema79,
            data: data2,
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
          instancePath: instancePath + '/service',
          schemaPath: 'SuiteFileId/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema79.type,
          parentSchema: schema79,
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
    if (data.name !== undefined) {
      let data3 = data.name;
      if (typeof data3 === 'string') {
        if (func3(data3) > 300) {
          const err9 = {
            instancePath: instancePath + '/name',
            schemaPath: 'SuiteFileLine/maxLength',
            keyword: 'maxLength',
            params: { limit: 300 },
            schema: 300,
            parentSchema: schema81,
            data: data3,
          };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
        if (func3(data3) < 1) {
          const err10 = {
            instancePath: instancePath + '/name',
            schemaPath: 'SuiteFileLine/minLength',
            keyword: 'minLength',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema81,
            data: data3,
          };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
        if (!pattern36.test(data3)) {
          const err11 = {
            instancePath: instancePath + '/name',
            schemaPath: 'SuiteFileLine/pattern',
            keyword: 'pattern',
            params: { pattern: '^[^\\r\\n]*$' },
            schema: '^[^\\r\\n]*$',
            parentSchema: schema81,
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
          instancePath: instancePath + '/name',
          schemaPath: 'SuiteFileLine/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema81.type,
          parentSchema: schema81,
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
    if (data.description !== undefined) {
      let data4 = data.description;
      if (typeof data4 === 'string') {
        if (func3(data4) > 10000) {
          const err13 = {
            instancePath: instancePath + '/description',
            schemaPath: '#/properties/description/maxLength',
            keyword: 'maxLength',
            params: { limit: 10000 },
            schema: 10000,
            parentSchema: schema78.properties.description,
            data: data4,
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
          instancePath: instancePath + '/description',
          schemaPath: '#/properties/description/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema78.properties.description.type,
          parentSchema: schema78.properties.description,
          data: data4,
        };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
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
        const err15 = {
          instancePath: instancePath + '/capability',
          schemaPath: '#/properties/capability/enum',
          keyword: 'enum',
          params: { allowedValues: schema78.properties.capability.enum },
          schema: schema78.properties.capability.enum,
          parentSchema: schema78.properties.capability,
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
    if (data.tags !== undefined) {
      let data6 = data.tags;
      if (Array.isArray(data6)) {
        if (data6.length > 50) {
          const err16 = {
            instancePath: instancePath + '/tags',
            schemaPath: 'SuiteFileTags/maxItems',
            keyword: 'maxItems',
            params: { limit: 50 },
            schema: 50,
            parentSchema: schema82,
            data: data6,
          };
          if (vErrors === null) {
            vErrors = [err16];
          } else {
            vErrors.push(err16);
          }
          errors++;
        }
        const len0 = data6.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data7 = data6[i0];
          if (typeof data7 === 'string') {
            if (!pattern21.test(data7)) {
              const err17 = {
                instancePath: instancePath + '/tags/' + i0,
                schemaPath: 'SuiteFileTags/items/pattern',
                keyword: 'pattern',
                params: { pattern: '^[A-Za-z0-9][A-Za-z0-9_.:/-]{0,99}$' },
                schema: '^[A-Za-z0-9][A-Za-z0-9_.:/-]{0,99}$',
                parentSchema: schema82.items,
                data: data7,
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
              instancePath: instancePath + '/tags/' + i0,
              schemaPath: 'SuiteFileTags/items/type',
              keyword: 'type',
              params: { type: 'string' },
              schema: schema82.items.type,
              parentSchema: schema82.items,
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
              const err19 = {
                instancePath: instancePath + '/tags',
                schemaPath: 'SuiteFileTags/uniqueItems',
                keyword: 'uniqueItems',
                params: { i: i1, j: j0 },
                schema: true,
                parentSchema: schema82,
                data: data6,
              };
              if (vErrors === null) {
                vErrors = [err19];
              } else {
                vErrors.push(err19);
              }
              errors++;
              break;
            }
            indices0[item0] = i1;
          }
        }
      } else {
        const err20 = {
          instancePath: instancePath + '/tags',
          schemaPath: 'SuiteFileTags/type',
          keyword: 'type',
          params: { type: 'array' },
          schema: schema82.type,
          parentSchema: schema82,
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
    if (data.risk !== undefined) {
      let data8 = data.risk;
      if (!(data8 === 'low' || data8 === 'medium' || data8 === 'high' || data8 === 'critical')) {
        const err21 = {
          instancePath: instancePath + '/risk',
          schemaPath: 'SuiteFileRisk/enum',
          keyword: 'enum',
          params: { allowedValues: schema83.enum },
          schema: schema83.enum,
          parentSchema: schema83,
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
    if (data.owner !== undefined) {
      let data9 = data.owner;
      if (typeof data9 === 'string') {
        if (func3(data9) > 300) {
          const err22 = {
            instancePath: instancePath + '/owner',
            schemaPath: 'SuiteFileLine/maxLength',
            keyword: 'maxLength',
            params: { limit: 300 },
            schema: 300,
            parentSchema: schema81,
            data: data9,
          };
          if (vErrors === null) {
            vErrors = [err22];
          } else {
            vErrors.push(err22);
          }
          errors++;
        }
        if (func3(data9) < 1) {
          const err23 = {
            instancePath: instancePath + '/owner',
            schemaPath: 'SuiteFileLine/minLength',
            keyword: 'minLength',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema81,
            data: data9,
          };
          if (vErrors === null) {
            vErrors = [err23];
          } else {
            vErrors.push(err23);
          }
          errors++;
        }
        if (!pattern36.test(data9)) {
          const err24 = {
            instancePath: instancePath + '/owner',
            schemaPath: 'SuiteFileLine/pattern',
            keyword: 'pattern',
            params: { pattern: '^[^\\r\\n]*$' },
            schema: '^[^\\r\\n]*$',
            parentSchema: schema81,
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
          instancePath: instancePath + '/owner',
          schemaPath: 'SuiteFileLine/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema81.type,
          parentSchema: schema81,
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
    if (data.advisory !== undefined) {
      let data10 = data.advisory;
      if (typeof data10 !== 'boolean') {
        const err26 = {
          instancePath: instancePath + '/advisory',
          schemaPath: '#/properties/advisory/type',
          keyword: 'type',
          params: { type: 'boolean' },
          schema: schema78.properties.advisory.type,
          parentSchema: schema78.properties.advisory,
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
    if (data.executor !== undefined) {
      let data11 = data.executor;
      if (!(data11 === 'lambda' || data11 === 'fargate')) {
        const err27 = {
          instancePath: instancePath + '/executor',
          schemaPath: '#/properties/executor/enum',
          keyword: 'enum',
          params: { allowedValues: schema78.properties.executor.enum },
          schema: schema78.properties.executor.enum,
          parentSchema: schema78.properties.executor,
          data: data11,
        };
        if (vErrors === null) {
          vErrors = [err27];
        } else {
          vErrors.push(err27);
        }
        errors++;
      }
    }
    if (data.uses !== undefined) {
      let data12 = data.uses;
      if (Array.isArray(data12)) {
        if (data12.length > 200) {
          const err28 = {
            instancePath: instancePath + '/uses',
            schemaPath: '#/properties/uses/maxItems',
            keyword: 'maxItems',
            params: { limit: 200 },
            schema: 200,
            parentSchema: schema78.properties.uses,
            data: data12,
          };
          if (vErrors === null) {
            vErrors = [err28];
          } else {
            vErrors.push(err28);
          }
          errors++;
        }
        const len1 = data12.length;
        for (let i2 = 0; i2 < len1; i2++) {
          let data13 = data12[i2];
          if (typeof data13 === 'string') {
            if (!pattern39.test(data13)) {
              const err29 = {
                instancePath: instancePath + '/uses/' + i2,
                schemaPath: 'SuiteFileVariableName/pattern',
                keyword: 'pattern',
                params: { pattern: '^(?!run$)[A-Za-z_][A-Za-z0-9_]{0,99}$' },
                schema: '^(?!run$)[A-Za-z_][A-Za-z0-9_]{0,99}$',
                parentSchema: schema85,
                data: data13,
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
              instancePath: instancePath + '/uses/' + i2,
              schemaPath: 'SuiteFileVariableName/type',
              keyword: 'type',
              params: { type: 'string' },
              schema: schema85.type,
              parentSchema: schema85,
              data: data13,
            };
            if (vErrors === null) {
              vErrors = [err30];
            } else {
              vErrors.push(err30);
            }
            errors++;
          }
        }
        let i3 = data12.length;
        let j1;
        if (i3 > 1) {
          outer0: for (; i3--;) {
            for (j1 = i3; j1--;) {
              if (func0(data12[i3], data12[j1])) {
                const err31 = {
                  instancePath: instancePath + '/uses',
                  schemaPath: '#/properties/uses/uniqueItems',
                  keyword: 'uniqueItems',
                  params: { i: i3, j: j1 },
                  schema: true,
                  parentSchema: schema78.properties.uses,
                  data: data12,
                };
                if (vErrors === null) {
                  vErrors = [err31];
                } else {
                  vErrors.push(err31);
                }
                errors++;
                break outer0;
              }
            }
          }
        }
      } else {
        const err32 = {
          instancePath: instancePath + '/uses',
          schemaPath: '#/properties/uses/type',
          keyword: 'type',
          params: { type: 'array' },
          schema: schema78.properties.uses.type,
          parentSchema: schema78.properties.uses,
          data: data12,
        };
        if (vErrors === null) {
          vErrors = [err32];
        } else {
          vErrors.push(err32);
        }
        errors++;
      }
    }
    if (data.variables !== undefined) {
      let data14 = data.variables;
      if (data14 && typeof data14 == 'object' && !Array.isArray(data14)) {
        if (Object.keys(data14).length > 1000) {
          const err33 = {
            instancePath: instancePath + '/variables',
            schemaPath: '#/properties/variables/maxProperties',
            keyword: 'maxProperties',
            params: { limit: 1000 },
            schema: 1000,
            parentSchema: schema78.properties.variables,
            data: data14,
          };
          if (vErrors === null) {
            vErrors = [err33];
          } else {
            vErrors.push(err33);
          }
          errors++;
        }
        for (const key1 in data14) {
          const _errs36 = errors;
          if (typeof key1 === 'string') {
            if (!pattern39.test(key1)) {
              const err34 = {
                instancePath: instancePath + '/variables',
                schemaPath: 'SuiteFileVariableName/pattern',
                keyword: 'pattern',
                params: { pattern: '^(?!run$)[A-Za-z_][A-Za-z0-9_]{0,99}$' },
                schema: '^(?!run$)[A-Za-z_][A-Za-z0-9_]{0,99}$',
                parentSchema: schema85,
                data: key1,
                propertyName: key1,
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
              instancePath: instancePath + '/variables',
              schemaPath: 'SuiteFileVariableName/type',
              keyword: 'type',
              params: { type: 'string' },
              schema: schema85.type,
              parentSchema: schema85,
              data: key1,
              propertyName: key1,
            };
            if (vErrors === null) {
              vErrors = [err35];
            } else {
              vErrors.push(err35);
            }
            errors++;
          }
          var valid14 = _errs36 === errors;
          if (!valid14) {
            const err36 = {
              instancePath: instancePath + '/variables',
              schemaPath: '#/properties/variables/propertyNames',
              keyword: 'propertyNames',
              params: { propertyName: key1 },
              schema: schema78.properties.variables.propertyNames,
              parentSchema: schema78.properties.variables,
              data: data14,
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
          instancePath: instancePath + '/variables',
          schemaPath: '#/properties/variables/type',
          keyword: 'type',
          params: { type: 'object' },
          schema: schema78.properties.variables.type,
          parentSchema: schema78.properties.variables,
          data: data14,
        };
        if (vErrors === null) {
          vErrors = [err37];
        } else {
          vErrors.push(err37);
        }
        errors++;
      }
    }
    if (data.defaults !== undefined) {
      let data15 = data.defaults;
      if (data15 && typeof data15 == 'object' && !Array.isArray(data15)) {
        for (const key2 in data15) {
          if (!(
            key2 === 'headers' ||
            key2 === 'timeoutMs' ||
            key2 === 'reruns' ||
            key2 === 'rerunDelayMs' ||
            key2 === 'target'
          )) {
            const err38 = {
              instancePath: instancePath + '/defaults',
              schemaPath: '#/properties/defaults/additionalProperties',
              keyword: 'additionalProperties',
              params: { additionalProperty: key2 },
              schema: false,
              parentSchema: schema78.properties.defaults,
              data: data15,
            };
            if (vErrors === null) {
              vErrors = [err38];
            } else {
              vErrors.push(err38);
            }
            errors++;
          }
        }
        if (data15.headers !== undefined) {
          let data16 = data15.headers;
          if (data16 && typeof data16 == 'object' && !Array.isArray(data16)) {
            if (Object.keys(data16).length > 100) {
              const err39 = {
                instancePath: instancePath + '/defaults/headers',
                schemaPath: 'SuiteFileHeaders/maxProperties',
                keyword: 'maxProperties',
                params: { limit: 100 },
                schema: 100,
                parentSchema: schema87,
                data: data16,
              };
              if (vErrors === null) {
                vErrors = [err39];
              } else {
                vErrors.push(err39);
              }
              errors++;
            }
            for (const key3 in data16) {
              const _errs45 = errors;
              if (typeof key3 === 'string') {
                if (!pattern41.test(key3)) {
                  const err40 = {
                    instancePath: instancePath + '/defaults/headers',
                    schemaPath: 'SuiteFileHeaders/propertyNames/pattern',
                    keyword: 'pattern',
                    params: { pattern: "^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}$" },
                    schema: "^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}$",
                    parentSchema: schema87.propertyNames,
                    data: key3,
                    propertyName: key3,
                  };
                  if (vErrors === null) {
                    vErrors = [err40];
                  } else {
                    vErrors.push(err40);
                  }
                  errors++;
                }
              }
              var valid18 = _errs45 === errors;
              if (!valid18) {
                const err41 = {
                  instancePath: instancePath + '/defaults/headers',
                  schemaPath: 'SuiteFileHeaders/propertyNames',
                  keyword: 'propertyNames',
                  params: { propertyName: key3 },
                  schema: schema87.propertyNames,
                  parentSchema: schema87,
                  data: data16,
                };
                if (vErrors === null) {
                  vErrors = [err41];
                } else {
                  vErrors.push(err41);
                }
                errors++;
              }
            }
            for (const key4 in data16) {
              let data17 = data16[key4];
              if (
                typeof data17 !== 'string' &&
                !(typeof data17 == 'number' && isFinite(data17)) &&
                typeof data17 !== 'boolean'
              ) {
                const err42 = {
                  instancePath: instancePath + '/defaults/headers/' + key4.replace(/~/g, '~0').replace(/\//g, '~1'),
                  schemaPath: 'SuiteFileHeaders/additionalProperties/type',
                  keyword: 'type',
                  params: { type: schema87.additionalProperties.type },
                  schema: schema87.additionalProperties.type,
                  parentSchema: schema87.additionalProperties,
                  data: data17,
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
              instancePath: instancePath + '/defaults/headers',
              schemaPath: 'SuiteFileHeaders/type',
              keyword: 'type',
              params: { type: 'object' },
              schema: schema87.type,
              parentSchema: schema87,
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
        if (data15.timeoutMs !== undefined) {
          let data18 = data15.timeoutMs;
          if (!(typeof data18 == 'number' && !(data18 % 1) && !isNaN(data18) && isFinite(data18))) {
            const err44 = {
              instancePath: instancePath + '/defaults/timeoutMs',
              schemaPath: 'SuiteFileTimeoutMs/type',
              keyword: 'type',
              params: { type: 'integer' },
              schema: schema88.type,
              parentSchema: schema88,
              data: data18,
            };
            if (vErrors === null) {
              vErrors = [err44];
            } else {
              vErrors.push(err44);
            }
            errors++;
          }
          if (typeof data18 == 'number' && isFinite(data18)) {
            if (data18 > 300000 || isNaN(data18)) {
              const err45 = {
                instancePath: instancePath + '/defaults/timeoutMs',
                schemaPath: 'SuiteFileTimeoutMs/maximum',
                keyword: 'maximum',
                params: { comparison: '<=', limit: 300000 },
                schema: 300000,
                parentSchema: schema88,
                data: data18,
              };
              if (vErrors === null) {
                vErrors = [err45];
              } else {
                vErrors.push(err45);
              }
              errors++;
            }
            if (data18 < 1 || isNaN(data18)) {
              const err46 = {
                instancePath: instancePath + '/defaults/timeoutMs',
                schemaPath: 'SuiteFileTimeoutMs/minimum',
                keyword: 'minimum',
                params: { comparison: '>=', limit: 1 },
                schema: 1,
                parentSchema: schema88,
                data: data18,
              };
              if (vErrors === null) {
                vErrors = [err46];
              } else {
                vErrors.push(err46);
              }
              errors++;
            }
          }
        }
        if (data15.reruns !== undefined) {
          let data19 = data15.reruns;
          if (!(typeof data19 == 'number' && !(data19 % 1) && !isNaN(data19) && isFinite(data19))) {
            const err47 = {
              instancePath: instancePath + '/defaults/reruns',
              schemaPath: 'SuiteFileReruns/type',
              keyword: 'type',
              params: { type: 'integer' },
              schema: schema89.type,
              parentSchema: schema89,
              data: data19,
            };
            if (vErrors === null) {
              vErrors = [err47];
            } else {
              vErrors.push(err47);
            }
            errors++;
          }
          if (typeof data19 == 'number' && isFinite(data19)) {
            if (data19 > 3 || isNaN(data19)) {
              const err48 = {
                instancePath: instancePath + '/defaults/reruns',
                schemaPath: 'SuiteFileReruns/maximum',
                keyword: 'maximum',
                params: { comparison: '<=', limit: 3 },
                schema: 3,
                parentSchema: schema89,
                data: data19,
              };
              if (vErrors === null) {
                vErrors = [err48];
              } else {
                vErrors.push(err48);
              }
              errors++;
            }
            if (data19 < 0 || isNaN(data19)) {
              const err49 = {
                instancePath: instancePath + '/defaults/reruns',
                schemaPath: 'SuiteFileReruns/minimum',
                keyword: 'minimum',
                params: { comparison: '>=', limit: 0 },
                schema: 0,
                parentSchema: schema89,
                data: data19,
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
        if (data15.rerunDelayMs !== undefined) {
          let data20 = data15.rerunDelayMs;
          if (!(typeof data20 == 'number' && !(data20 % 1) && !isNaN(data20) && isFinite(data20))) {
            const err50 = {
              instancePath: instancePath + '/defaults/rerunDelayMs',
              schemaPath: 'SuiteFileRerunDelayMs/type',
              keyword: 'type',
              params: { type: 'integer' },
              schema: schema90.type,
              parentSchema: schema90,
              data: data20,
            };
            if (vErrors === null) {
              vErrors = [err50];
            } else {
              vErrors.push(err50);
            }
            errors++;
          }
          if (typeof data20 == 'number' && isFinite(data20)) {
            if (data20 > 60000 || isNaN(data20)) {
              const err51 = {
                instancePath: instancePath + '/defaults/rerunDelayMs',
                schemaPath: 'SuiteFileRerunDelayMs/maximum',
                keyword: 'maximum',
                params: { comparison: '<=', limit: 60000 },
                schema: 60000,
                parentSchema: schema90,
                data: data20,
              };
              if (vErrors === null) {
                vErrors = [err51];
              } else {
                vErrors.push(err51);
              }
              errors++;
            }
            if (data20 < 0 || isNaN(data20)) {
              const err52 = {
                instancePath: instancePath + '/defaults/rerunDelayMs',
                schemaPath: 'SuiteFileRerunDelayMs/minimum',
                keyword: 'minimum',
                params: { comparison: '>=', limit: 0 },
                schema: 0,
                parentSchema: schema90,
                data: data20,
              };
              if (vErrors === null) {
                vErrors = [err52];
              } else {
                vErrors.push(err52);
              }
              errors++;
            }
          }
        }
        if (data15.target !== undefined) {
          let data21 = data15.target;
          if (typeof data21 === 'string') {
            if (!pattern42.test(data21)) {
              const err53 = {
                instancePath: instancePath + '/defaults/target',
                schemaPath: 'SuiteFileTargetName/pattern',
                keyword: 'pattern',
                params: { pattern: '^[A-Za-z0-9][A-Za-z0-9_-]{0,62}$' },
                schema: '^[A-Za-z0-9][A-Za-z0-9_-]{0,62}$',
                parentSchema: schema91,
                data: data21,
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
              instancePath: instancePath + '/defaults/target',
              schemaPath: 'SuiteFileTargetName/type',
              keyword: 'type',
              params: { type: 'string' },
              schema: schema91.type,
              parentSchema: schema91,
              data: data21,
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
          instancePath: instancePath + '/defaults',
          schemaPath: '#/properties/defaults/type',
          keyword: 'type',
          params: { type: 'object' },
          schema: schema78.properties.defaults.type,
          parentSchema: schema78.properties.defaults,
          data: data15,
        };
        if (vErrors === null) {
          vErrors = [err55];
        } else {
          vErrors.push(err55);
        }
        errors++;
      }
    }
    if (data.concurrency !== undefined) {
      let data22 = data.concurrency;
      if (!(typeof data22 == 'number' && !(data22 % 1) && !isNaN(data22) && isFinite(data22))) {
        const err56 = {
          instancePath: instancePath + '/concurrency',
          schemaPath: '#/properties/concurrency/type',
          keyword: 'type',
          params: { type: 'integer' },
          schema: schema78.properties.concurrency.type,
          parentSchema: schema78.properties.concurrency,
          data: data22,
        };
        if (vErrors === null) {
          vErrors = [err56];
        } else {
          vErrors.push(err56);
        }
        errors++;
      }
      if (typeof data22 == 'number' && isFinite(data22)) {
        if (data22 > 10 || isNaN(data22)) {
          const err57 = {
            instancePath: instancePath + '/concurrency',
            schemaPath: '#/properties/concurrency/maximum',
            keyword: 'maximum',
            params: { comparison: '<=', limit: 10 },
            schema: 10,
            parentSchema: schema78.properties.concurrency,
            data: data22,
          };
          if (vErrors === null) {
            vErrors = [err57];
          } else {
            vErrors.push(err57);
          }
          errors++;
        }
        if (data22 < 1 || isNaN(data22)) {
          const err58 = {
            instancePath: instancePath + '/concurrency',
            schemaPath: '#/properties/concurrency/minimum',
            keyword: 'minimum',
            params: { comparison: '>=', limit: 1 },
            schema: 1,
            parentSchema: schema78.properties.concurrency,
            data: data22,
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
    if (data.timeoutMs !== undefined) {
      let data23 = data.timeoutMs;
      if (!(typeof data23 == 'number' && !(data23 % 1) && !isNaN(data23) && isFinite(data23))) {
        const err59 = {
          instancePath: instancePath + '/timeoutMs',
          schemaPath: '#/properties/timeoutMs/type',
          keyword: 'type',
          params: { type: 'integer' },
          schema: schema78.properties.timeoutMs.type,
          parentSchema: schema78.properties.timeoutMs,
          data: data23,
        };
        if (vErrors === null) {
          vErrors = [err59];
        } else {
          vErrors.push(err59);
        }
        errors++;
      }
      if (typeof data23 == 'number' && isFinite(data23)) {
        if (data23 > 14400000 || isNaN(data23)) {
          const err60 = {
            instancePath: instancePath + '/timeoutMs',
            schemaPath: '#/properties/timeoutMs/maximum',
            keyword: 'maximum',
            params: { comparison: '<=', limit: 14400000 },
            schema: 14400000,
            parentSchema: schema78.properties.timeoutMs,
            data: data23,
          };
          if (vErrors === null) {
            vErrors = [err60];
          } else {
            vErrors.push(err60);
          }
          errors++;
        }
        if (data23 < 1 || isNaN(data23)) {
          const err61 = {
            instancePath: instancePath + '/timeoutMs',
            schemaPath: '#/properties/timeoutMs/minimum',
            keyword: 'minimum',
            params: { comparison: '>=', limit: 1 },
            schema: 1,
            parentSchema: schema78.properties.timeoutMs,
            data: data23,
          };
          if (vErrors === null) {
            vErrors = [err61];
          } else {
            vErrors.push(err61);
          }
          errors++;
        }
      }
    }
    if (data.cases !== undefined) {
      let data24 = data.cases;
      if (Array.isArray(data24)) {
        if (data24.length > 10000) {
          const err62 = {
            instancePath: instancePath + '/cases',
            schemaPath: '#/properties/cases/maxItems',
            keyword: 'maxItems',
            params: { limit: 10000 },
            schema: 10000,
            parentSchema: schema78.properties.cases,
            data: data24,
          };
          if (vErrors === null) {
            vErrors = [err62];
          } else {
            vErrors.push(err62);
          }
          errors++;
        }
        if (data24.length < 1) {
          const err63 = {
            instancePath: instancePath + '/cases',
            schemaPath: '#/properties/cases/minItems',
            keyword: 'minItems',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema78.properties.cases,
            data: data24,
          };
          if (vErrors === null) {
            vErrors = [err63];
          } else {
            vErrors.push(err63);
          }
          errors++;
        }
        const len2 = data24.length;
        for (let i4 = 0; i4 < len2; i4++) {
          if (
            !validate51(data24[i4], {
              instancePath: instancePath + '/cases/' + i4,
              parentData: data24,
              parentDataProperty: i4,
              rootData,
            })
          ) {
            vErrors = joinErrors(vErrors, validate51.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err64 = {
          instancePath: instancePath + '/cases',
          schemaPath: '#/properties/cases/type',
          keyword: 'type',
          params: { type: 'array' },
          schema: schema78.properties.cases.type,
          parentSchema: schema78.properties.cases,
          data: data24,
        };
        if (vErrors === null) {
          vErrors = [err64];
        } else {
          vErrors.push(err64);
        }
        errors++;
      }
    }
  } else {
    const err65 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      schema: schema78.type,
      parentSchema: schema78,
      data,
    };
    if (vErrors === null) {
      vErrors = [err65];
    } else {
      vErrors.push(err65);
    }
    errors++;
  }
  validate50.errors = vErrors;
  return errors === 0;
}

function validate49(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="validateSuiteDefinition" */ let vErrors = null;
  let errors = 0;
  if (!validate50(data, { instancePath, parentData, parentDataProperty, rootData })) {
    vErrors = joinErrors(vErrors, validate50.errors);
    errors = vErrors.length;
  }
  validate49.errors = vErrors;
  return errors === 0;
}

export const validateSuiteParameter = validate65;
const schema144 = { $ref: 'SuiteId', $id: 'validateSuiteParameter' };
const schema145 = { type: 'string', pattern: '^[a-z0-9][a-z0-9-]{0,62}\\.[a-z0-9][a-z0-9-]{0,62}$', $id: 'SuiteId' };
const pattern63 = /* @__PURE__ */ new RegExp('^[a-z0-9][a-z0-9-]{0,62}\\.[a-z0-9][a-z0-9-]{0,62}$', 'u');

function validate65(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="validateSuiteParameter" */ let vErrors = null;
  let errors = 0;
  if (typeof data === 'string') {
    if (!pattern63.test(data)) {
      const err0 = {
        instancePath,
        schemaPath: 'SuiteId/pattern',
        keyword: 'pattern',
        params: { pattern: '^[a-z0-9][a-z0-9-]{0,62}\\.[a-z0-9][a-z0-9-]{0,62}$' },
        schema: '^[a-z0-9][a-z0-9-]{0,62}\\.[a-z0-9][a-z0-9-]{0,62}$',
        parentSchema: schema145,
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
      schema: schema145.type,
      parentSchema: schema145,
      data,
    };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate65.errors = vErrors;
  return errors === 0;
}

export const validateSuiteRequest = validate66;
const schema146 = { $ref: 'SuiteRequest', $id: 'validateSuiteRequest' };
const schema147 = {
  type: 'object',
  if: { required: ['upload'] },
  then: { $ref: 'UploadReference' },
  else: { $ref: 'SuiteDefinition' },
  $id: 'SuiteRequest',
};
const schema148 = {
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
const schema149 = { type: 'string', pattern: '^[0-9a-f]{64}$', $id: 'Sha256' };
const pattern64 = /* @__PURE__ */ new RegExp('^[0-9a-f]{64}$', 'u');

function validate68(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="UploadReference" */ let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.upload === undefined) {
      const err0 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'upload' },
        schema: schema148.required,
        parentSchema: schema148,
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
          parentSchema: schema148,
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
            schema: schema148.properties.upload.required,
            parentSchema: schema148.properties.upload,
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
              parentSchema: schema148.properties.upload,
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
            if (!pattern64.test(data1)) {
              const err4 = {
                instancePath: instancePath + '/upload/sha256',
                schemaPath: 'Sha256/pattern',
                keyword: 'pattern',
                params: { pattern: '^[0-9a-f]{64}$' },
                schema: '^[0-9a-f]{64}$',
                parentSchema: schema149,
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
              schema: schema149.type,
              parentSchema: schema149,
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
          schema: schema148.properties.upload.type,
          parentSchema: schema148.properties.upload,
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
      schema: schema148.type,
      parentSchema: schema148,
      data,
    };
    if (vErrors === null) {
      vErrors = [err7];
    } else {
      vErrors.push(err7);
    }
    errors++;
  }
  validate68.errors = vErrors;
  return errors === 0;
}

function validate67(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="SuiteRequest" */ let vErrors = null;
  let errors = 0;
  if (!(data && typeof data == 'object' && !Array.isArray(data))) {
    const err0 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      schema: schema147.type,
      parentSchema: schema147,
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
    if (!validate68(data, { instancePath, parentData, parentDataProperty, rootData })) {
      vErrors = joinErrors(vErrors, validate68.errors);
      errors = vErrors.length;
    }
    var _valid0 = _errs3 === errors;
    valid0 = _valid0;
    ifClause0 = 'then';
  } else {
    const _errs4 = errors;
    if (!validate50(data, { instancePath, parentData, parentDataProperty, rootData })) {
      vErrors = joinErrors(vErrors, validate50.errors);
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
      schema: schema147.if,
      parentSchema: schema147,
      data,
    };
    if (vErrors === null) {
      vErrors = [err2];
    } else {
      vErrors.push(err2);
    }
    errors++;
  }
  validate67.errors = vErrors;
  return errors === 0;
}

function validate66(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="validateSuiteRequest" */ let vErrors = null;
  let errors = 0;
  if (!validate67(data, { instancePath, parentData, parentDataProperty, rootData })) {
    vErrors = joinErrors(vErrors, validate67.errors);
    errors = vErrors.length;
  }
  validate66.errors = vErrors;
  return errors === 0;
}

export const validateTenantParameter = validate72;
const schema150 = { type: 'string', pattern: '^[a-z0-9][a-z0-9-]{0,62}$', $id: 'validateTenantParameter' };

function validate72(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
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
        parentSchema: schema150,
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
      schema: schema150.type,
      parentSchema: schema150,
      data,
    };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate72.errors = vErrors;
  return errors === 0;
}

export const validateTrustRuleRequest = validate73;
const schema151 = { $ref: 'TrustRuleRequest', $id: 'validateTrustRuleRequest' };
const schema152 = {
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
const schema154 = {
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
const schema155 = { type: 'string', enum: ['viewer', 'executor', 'editor', 'approver', 'admin', 'owner'], $id: 'Role' };
const pattern67 = /* @__PURE__ */ new RegExp('^https?://[^\\s]+$', 'u');
const pattern68 = /* @__PURE__ */ new RegExp('^(\\*|[a-z0-9][a-z0-9-]{0,62})$', 'u');

function validate74(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="TrustRuleRequest" */ let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.id === undefined) {
      const err0 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'id' },
        schema: schema152.required,
        parentSchema: schema152,
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
        schema: schema152.required,
        parentSchema: schema152,
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
        schema: schema152.required,
        parentSchema: schema152,
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
        schema: schema152.required,
        parentSchema: schema152,
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
      if (!func2.call(schema152.properties, key0)) {
        const err4 = {
          instancePath,
          schemaPath: '#/additionalProperties',
          keyword: 'additionalProperties',
          params: { additionalProperty: key0 },
          schema: false,
          parentSchema: schema152,
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
            parentSchema: schema152.properties.issuer,
            data: data1,
          };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
        if (!pattern67.test(data1)) {
          const err8 = {
            instancePath: instancePath + '/issuer',
            schemaPath: '#/properties/issuer/pattern',
            keyword: 'pattern',
            params: { pattern: '^https?://[^\\s]+$' },
            schema: '^https?://[^\\s]+$',
            parentSchema: schema152.properties.issuer,
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
          schema: schema152.properties.issuer.type,
          parentSchema: schema152.properties.issuer,
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
            parentSchema: schema152.properties.audience,
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
            parentSchema: schema152.properties.audience,
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
          schema: schema152.properties.audience.type,
          parentSchema: schema152.properties.audience,
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
            parentSchema: schema152.properties.claims,
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
            parentSchema: schema152.properties.claims,
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
                parentSchema: schema152.properties.claims.propertyNames,
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
                parentSchema: schema152.properties.claims.propertyNames,
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
              schema: schema152.properties.claims.propertyNames,
              parentSchema: schema152.properties.claims,
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
              params: { type: schema154.type },
              schema: schema154.type,
              parentSchema: schema154,
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
                  parentSchema: schema154.allOf[0].then,
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
                  parentSchema: schema154.allOf[0].then,
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
                schema: schema154.allOf[0].then.type,
                parentSchema: schema154.allOf[0].then,
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
              schema: schema154.allOf[0].if,
              parentSchema: schema154.allOf[0],
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
                  parentSchema: schema154.allOf[1].then,
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
                  parentSchema: schema154.allOf[1].then,
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
                      parentSchema: schema154.allOf[1].then.items,
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
                      parentSchema: schema154.allOf[1].then.items,
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
                    schema: schema154.allOf[1].then.items.type,
                    parentSchema: schema154.allOf[1].then.items,
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
                schema: schema154.allOf[1].then.type,
                parentSchema: schema154.allOf[1].then,
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
              schema: schema154.allOf[1].if,
              parentSchema: schema154.allOf[1],
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
                  schema: schema154.allOf[2].then.required,
                  parentSchema: schema154.allOf[2].then,
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
                    parentSchema: schema154.allOf[2].then,
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
                      parentSchema: schema154.allOf[2].then.properties.like,
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
                      parentSchema: schema154.allOf[2].then.properties.like,
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
                    schema: schema154.allOf[2].then.properties.like.type,
                    parentSchema: schema154.allOf[2].then.properties.like,
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
                schema: schema154.allOf[2].then.type,
                parentSchema: schema154.allOf[2].then,
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
              schema: schema154.allOf[2].if,
              parentSchema: schema154.allOf[2],
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
          schema: schema152.properties.claims.type,
          parentSchema: schema152.properties.claims,
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
          schema: schema155.type,
          parentSchema: schema155,
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
          params: { allowedValues: schema155.enum },
          schema: schema155.enum,
          parentSchema: schema155,
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
            parentSchema: schema152.properties.projects,
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
            parentSchema: schema152.properties.projects,
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
            if (!pattern68.test(data9)) {
              const err45 = {
                instancePath: instancePath + '/projects/' + i1,
                schemaPath: '#/properties/projects/items/pattern',
                keyword: 'pattern',
                params: { pattern: '^(\\*|[a-z0-9][a-z0-9-]{0,62})$' },
                schema: '^(\\*|[a-z0-9][a-z0-9-]{0,62})$',
                parentSchema: schema152.properties.projects.items,
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
              schema: schema152.properties.projects.items.type,
              parentSchema: schema152.properties.projects.items,
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
          schema: schema152.properties.projects.type,
          parentSchema: schema152.properties.projects,
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
          schema: schema152.properties.payloadRead.type,
          parentSchema: schema152.properties.payloadRead,
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
            parentSchema: schema152.properties.description,
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
          schema: schema152.properties.description.type,
          parentSchema: schema152.properties.description,
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
            parentSchema: schema152.properties.expiresAt,
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
          schema: schema152.properties.expiresAt.type,
          parentSchema: schema152.properties.expiresAt,
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
      schema: schema152.type,
      parentSchema: schema152,
      data,
    };
    if (vErrors === null) {
      vErrors = [err53];
    } else {
      vErrors.push(err53);
    }
    errors++;
  }
  validate74.errors = vErrors;
  return errors === 0;
}

function validate73(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="validateTrustRuleRequest" */ let vErrors = null;
  let errors = 0;
  if (!validate74(data, { instancePath, parentData, parentDataProperty, rootData })) {
    vErrors = joinErrors(vErrors, validate74.errors);
    errors = vErrors.length;
  }
  validate73.errors = vErrors;
  return errors === 0;
}

export const validateUploadRequest = validate76;
const schema156 = { $ref: 'UploadRequest', $id: 'validateUploadRequest' };
const schema157 = {
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

function validate77(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="UploadRequest" */ let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.sha256 === undefined) {
      const err0 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'sha256' },
        schema: schema157.required,
        parentSchema: schema157,
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
        schema: schema157.required,
        parentSchema: schema157,
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
        schema: schema157.required,
        parentSchema: schema157,
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
          parentSchema: schema157,
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
        if (!pattern64.test(data0)) {
          const err4 = {
            instancePath: instancePath + '/sha256',
            schemaPath: 'Sha256/pattern',
            keyword: 'pattern',
            params: { pattern: '^[0-9a-f]{64}$' },
            schema: '^[0-9a-f]{64}$',
            parentSchema: schema149,
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
          schema: schema149.type,
          parentSchema: schema149,
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
          schema: schema157.properties.bytes.type,
          parentSchema: schema157.properties.bytes,
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
            parentSchema: schema157.properties.bytes,
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
            parentSchema: schema157.properties.bytes,
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
          schema: schema157.properties.mediaType.type,
          parentSchema: schema157.properties.mediaType,
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
          params: { allowedValues: schema157.properties.mediaType.enum },
          schema: schema157.properties.mediaType.enum,
          parentSchema: schema157.properties.mediaType,
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
      schema: schema157.type,
      parentSchema: schema157,
      data,
    };
    if (vErrors === null) {
      vErrors = [err11];
    } else {
      vErrors.push(err11);
    }
    errors++;
  }
  validate77.errors = vErrors;
  return errors === 0;
}

function validate76(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="validateUploadRequest" */ let vErrors = null;
  let errors = 0;
  if (!validate77(data, { instancePath, parentData, parentDataProperty, rootData })) {
    vErrors = joinErrors(vErrors, validate77.errors);
    errors = vErrors.length;
  }
  validate76.errors = vErrors;
  return errors === 0;
}
