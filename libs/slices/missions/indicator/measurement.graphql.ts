import { Context, Field, ID, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { connectionType, DateTimeScalar, DecimalScalar, Node, toGlobalId, type GraphqlContext } from '@maillage/engine';
import { Organisation, organisationOf } from '@maillage/directory';
import { EvidenceFileObject, EvidenceLinkObject, linksOf } from '@maillage/evidence';
import { correctionsOfMeasurement, measurementById, measurementKey } from './queries.js';
import { PeriodObject, PlaceObject } from '../shared.graphql.js';
import type { CorrectionRow, MeasuredRow, MeasurementRow } from './view.js';

@ObjectType({ isAbstract: true })
abstract class Measured {
  @Field(() => DecimalScalar, { description: 'In the indicator’s unit.' })
  value!: string;
  @Field(() => PeriodObject)
  period!: PeriodObject;
  @Field(() => PlaceObject, { nullable: true, description: 'Null where the whole of the mission was measured.' })
  place!: PlaceObject | null;
  @Field(() => String, { nullable: true, description: 'The population group; null where it is everybody.' })
  group!: string | null;
  @Field(() => [EvidenceLinkObject])
  evidence!: readonly EvidenceLinkObject[];
  @Field(() => [EvidenceFileObject])
  evidenceFiles!: readonly EvidenceFileObject[];
  @Field(() => String, { nullable: true })
  note!: string | null;
}

function measured(row: MeasuredRow) {
  return {
    value: row.value,
    period: { from: row.period_from, to: row.period_to },
    place: row.place_name === null ? null : { name: row.place_name, country: row.place_country, code: row.place_code },
    group: row.group_name,
    evidence: linksOf(row.evidence),
    evidenceFiles: EvidenceFileObject.allOf(row.evidence),
    note: row.note,
  };
}

@ObjectType({ description: 'What a measurement said before it was first corrected.' })
class OriginalMeasurement extends Measured {
  static of(row: MeasuredRow): OriginalMeasurement {
    return Object.assign(new OriginalMeasurement(), measured(row));
  }
}

@ObjectType({ description: 'What a correction made of a measurement, and why.' })
export class MeasurementCorrection extends Measured {
  @Field()
  reason!: string;
  @Field(() => DateTimeScalar)
  correctedAt!: string;

  correctedById!: string;

  static of(row: CorrectionRow): MeasurementCorrection {
    return Object.assign(new MeasurementCorrection(), {
      ...measured(row),
      reason: row.reason,
      correctedAt: row.corrected_at,
      correctedById: row.corrected_by,
    });
  }
}

@ObjectType({ implements: () => [Node], description: 'A value of an indicator over a period, as it stands now.' })
export class Measurement extends Measured implements Node {
  @Field(() => ID)
  id!: string;
  @Field(() => DateTimeScalar)
  recordedAt!: string;
  @Field({ description: 'Whether it says something else now than when it was recorded.' })
  corrected!: boolean;
  @Field(() => OriginalMeasurement, { nullable: true, description: 'What was first recorded, once corrected.' })
  original!: OriginalMeasurement | null;

  /** Its indicator’s id and its own, as batches take them. */
  key!: string;
  indicatorId!: string;
  recordedById!: string;

  static of(row: MeasurementRow): Measurement {
    const key = measurementKey(row);
    return Object.assign(new Measurement(), {
      ...measured(row),
      id: toGlobalId('Measurement', key),
      recordedAt: row.recorded_at,
      corrected: row.corrected,
      original: row.original === null ? null : OriginalMeasurement.of(row.original),
      key,
      indicatorId: row.indicator_id,
      recordedById: row.recorded_by,
    });
  }
}

/** @param key the indicator's id, a slash, and the measurement's own, which is unique within its indicator only. */
export async function measurementOf(context: GraphqlContext, key: string): Promise<Measurement | null> {
  const row = await context.loaders.load(measurementById, key, null);
  return row === undefined ? null : Measurement.of(row);
}

export const MeasurementConnection = connectionType(Measurement);

@Resolver(() => Measurement)
export class MeasurementResolver {
  @ResolveField(() => Organisation, { nullable: true, description: 'Null while the views have not caught up.' })
  recordedBy(
    @Parent() { recordedById }: Measurement,
    @Context() context: GraphqlContext,
  ): Promise<Organisation | null> {
    return organisationOf(context, recordedById);
  }

  @ResolveField(() => [MeasurementCorrection], {
    description: 'The first one first; the last one is what it says now.',
  })
  async corrections(
    @Parent() { key, corrected }: Measurement,
    @Context() context: GraphqlContext,
  ): Promise<readonly MeasurementCorrection[]> {
    if (!corrected) return [];
    const rows = await context.loaders.load(correctionsOfMeasurement, key, null);
    return rows.map((row) => MeasurementCorrection.of(row));
  }
}

@Resolver(() => MeasurementCorrection)
export class MeasurementCorrectionResolver {
  @ResolveField(() => Organisation, { nullable: true, description: 'Null while the views have not caught up.' })
  correctedBy(
    @Parent() { correctedById }: MeasurementCorrection,
    @Context() context: GraphqlContext,
  ): Promise<Organisation | null> {
    return organisationOf(context, correctedById);
  }
}
