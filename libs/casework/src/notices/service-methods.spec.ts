import { SERVICE, SERVICE_METHODS, serviceFaults, type ServiceGiven } from './service-methods';

/** 送达: no way without its proof, none electronic without consent. */
describe('the ways of service', () => {
  const files = [{ id: 'proof' }, { id: 'consent' }];
  const faults = (given: ServiceGiven): string[] => serviceFaults(given, files).map(one => `${one.pointer} ${one.code}`);

  it.each(SERVICE_METHODS.map(one => [one]))('%s needs its proof', method => {
    expect(faults({ method, consentFileId: 'consent' })).toEqual(['/proofFileId proof']);
    expect(faults({ method, proofFileId: 'elsewhere', consentFileId: 'consent' })).toEqual(['/proofFileId file']);
    expect(faults({ method, proofFileId: 'proof', consentFileId: 'consent' })).toEqual([]);
    expect(faults({ method, proofFileId: 'proof', consentFileId: 'elsewhere' })).toEqual(['/consentFileId file']);
  });

  it('asks for consent where the article does, and for nothing else', () => {
    expect(SERVICE_METHODS.filter(one => SERVICE[one].needsConsent)).toEqual(['electronic']);
    expect(SERVICE_METHODS.filter(one => SERVICE[one].effect === 'end-of-announcement')).toEqual(['announcement']);
    expect(faults({ method: 'electronic', proofFileId: 'proof' })).toEqual(['/consentFileId consent']);
    expect(faults({ method: 'electronic' })).toEqual(['/proofFileId proof', '/consentFileId consent']);
    expect(faults({ method: 'direct', proofFileId: 'proof' })).toEqual([]);
  });
});
